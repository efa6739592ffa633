package dev.primacy.core.record;

/**
 * Bytes that are not a record this version can read.
 *
 * @since 0.1
 */
public final class RecordFormatException extends Exception {
  private static final long serialVersionUID = 1L;

  /**
   * Makes the exception.
   *
   * @param message what is wrong with the bytes; never quotes them
   */
  public RecordFormatException(String message) {
    super(message);
  }
}
