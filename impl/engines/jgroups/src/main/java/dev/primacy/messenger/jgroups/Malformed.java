package dev.primacy.messenger.jgroups;

/** Bytes that are no frame. */
final class Malformed extends Exception {
  private static final long serialVersionUID = 1L;

  Malformed(String what) {
    super(what, null, false, false);
  }
}
