package dev.primacy.benchmarks.endpoint;

/** Searches in what came over the wire. */
final class Bytes {
  private Bytes() {}

  /**
   * Where the first occurrence ends, letters of either case alike.
   *
   * @param pattern in lower case
   * @return -1 if there is none
   */
  static int after(byte[] bytes, int length, byte[] pattern) {
    for (int start = 0; start <= length - pattern.length; start++) {
      int matched = 0;
      while (matched < pattern.length && lower(bytes[start + matched]) == pattern[matched]) {
        matched++;
      }
      if (matched == pattern.length) {
        return start + pattern.length;
      }
    }
    return -1;
  }

  private static int lower(byte letter) {
    return letter >= 'A' && letter <= 'Z' ? letter + ('a' - 'A') : letter;
  }
}
