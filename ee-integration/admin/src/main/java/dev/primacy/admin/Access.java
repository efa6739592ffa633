package dev.primacy.admin;

/** Who may ask. */
enum Access {
  /** Anybody. */
  OPEN,
  /** Operators only, over TLS or from this machine. */
  OPERATORS
}
