package dev.primacy.spi;

/**
 * An archive did not do what was asked.
 *
 * @since 0.1
 */
public class ArchiveException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Whether it was refused for what it holds. */
  private final boolean rejected;

  /**
   * Makes one.
   *
   * @param message numbered and complete
   * @param cause why
   * @param rejected whether the archive was reached and refused what it was given, and would again;
   *     then nothing of it was written. If not, it may be given again
   */
  public ArchiveException(String message, Throwable cause, boolean rejected) {
    super(message, cause);
    this.rejected = rejected;
  }

  /**
   * Whether there is no use in giving the same again: of a bulk the events may be given one by one
   * to find the bad one.
   *
   * @return true if the archive refused what it was given; false if it is away, or in doubt
   */
  public boolean rejected() {
    return rejected;
  }
}
