package dev.primacy.json;

/** A value has no form as JSON, or JSON is no form of a value. Says where as it is passed on. */
final class UnfitException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String what;
  private final String where;

  UnfitException(String what) {
    this("", what);
  }

  private UnfitException(String where, String what) {
    super(where.isEmpty() ? what : where + " " + what, null, false, false);
    this.where = where;
    this.what = what;
  }

  /** The same, one step further out. */
  UnfitException in(String name) {
    String path = where.isEmpty() || where.startsWith("[") ? name + where : name + "." + where;
    return new UnfitException(path, what);
  }
}
