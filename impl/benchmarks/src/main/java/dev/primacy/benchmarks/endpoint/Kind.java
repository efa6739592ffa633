package dev.primacy.benchmarks.endpoint;

import java.util.Locale;

/** The endpoints, in pairs: what is measured and what it is measured beside. */
enum Kind {
  /** Unguarded. */
  PLAIN(200),
  /** Unguarded like {@link #PLAIN}: the ratio of the two shows the noise. */
  TWIN(200),
  /** Guarded, let in. */
  GUARDED(200),
  /** Guarded, refused. */
  REFUSED(503),
  /** Answers the bytes of {@link #REFUSED} by itself. */
  SAME_ANSWER(503);

  private final int status;

  Kind(int status) {
    this.status = status;
  }

  String path() {
    return "/" + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  int status() {
    return status;
  }
}
