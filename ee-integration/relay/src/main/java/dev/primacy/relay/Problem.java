package dev.primacy.relay;

/** A refusal as a problem document (RFC 9457). */
final class Problem {
  private Problem() {}

  static String of(Refused refused) {
    return "{\"type\":\"about:blank\",\"title\":\"Refused by the relay\",\"status\":"
        + refused.status()
        + ",\"detail\":\""
        + escaped(refused.message())
        + "\"}";
  }

  private static String escaped(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < 0x20) {
        out.append("\\u%04x".formatted((int) c));
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }
}
