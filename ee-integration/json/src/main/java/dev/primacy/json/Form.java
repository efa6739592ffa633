package dev.primacy.json;

/** How values of one type are written and read. Safe on any thread. */
interface Form {

  /** Writes a value, where one is expected. */
  void write(Sheet sheet, Object value) throws UnfitException;

  /**
   * Reads a value.
   *
   * @param json a {@code String}, {@link Digits}, {@code Boolean}, {@code List} or {@code Map}
   */
  Object read(Object json) throws UnfitException;

  /** What stands for a value that is not there. */
  default Object missing() throws UnfitException {
    throw new UnfitException("is missing");
  }

  /** Whether a value need not be written in an object, because that is what is read then. */
  default boolean isEmpty(Object value) {
    return false;
  }

  /** Notes types within that have no form. */
  default void refuse(Refusals found, String where) {}
}
