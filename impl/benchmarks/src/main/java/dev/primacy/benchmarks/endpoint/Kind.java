package dev.primacy.benchmarks.endpoint;

/** The endpoints, in pairs: what is measured and what it is measured beside. */
enum Kind {
  /** Unguarded. */
  PLAIN("/regular", 200),
  /** Unguarded like {@link #PLAIN}: the ratio of the two shows the noise. */
  TWIN("/another", 200),
  /** Guarded, let in. */
  GUARDED("/guarded", 200),
  /** Guarded, refused. */
  REFUSED("/refused", 503),
  /** Answers the bytes of {@link #REFUSED} by itself. */
  SAME_ANSWER("/answers", 503);

  private final String path;
  private final int status;

  Kind(String path, int status) {
    this.path = path;
    this.status = status;
  }

  /** All of one length: the server matches them, and the client sends them. */
  String path() {
    return path;
  }

  int status() {
    return status;
  }
}
