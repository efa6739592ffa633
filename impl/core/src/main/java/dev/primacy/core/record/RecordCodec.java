package dev.primacy.core.record;

/**
 * The bytes of a record.
 *
 * @since 0.1
 */
public final class RecordCodec {

  /** The major version of the format; another one cannot be read. */
  public static final int MAJOR = 1;

  /** The minor version of the format; fields of a newer one are carried along. */
  public static final int MINOR = 0;

  private RecordCodec() {}
}
