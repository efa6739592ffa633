package dev.primacy.core.record;

import static dev.primacy.core.record.FieldReader.check;

import java.time.Instant;
import java.util.BitSet;

/**
 * The bytes of a schedule's record, in the form of {@link RecordCodec}.
 *
 * @since 0.1
 */
public final class ScheduleCodec {

  /** The longest name of a schedule, in bytes. */
  public static final int MAX_NAME_BYTES = 1024;

  private static final byte SCHEDULE = 'S';
  private static final int GROUP = 1;
  private static final int NAME = 2;
  private static final int SCOPE = 3;
  private static final int TERM = 4;
  private static final int UP_TO = 5;

  private ScheduleCodec() {}

  /**
   * The bytes of a record.
   *
   * @param schedule the record
   * @return what to store
   * @throws IllegalArgumentException if it does not fit
   */
  public static byte[] encode(ScheduleRecord schedule) {
    return new FieldWriter(SCHEDULE, Math.max(RecordCodec.MINOR, schedule.unknown().minor()))
        .text(GROUP, schedule.group())
        .text(NAME, schedule.name())
        .uuid(SCOPE, schedule.scope())
        .number(TERM, schedule.term())
        .number(UP_TO, schedule.upTo().toEpochMilli())
        .raw(schedule.unknown().encoded())
        .done();
  }

  /**
   * Reads a record.
   *
   * @param bytes what stood in the store
   * @return the record
   * @throws RecordFormatException if it is none
   */
  public static ScheduleRecord decode(byte[] bytes) throws RecordFormatException {
    FieldReader in = new FieldReader(SCHEDULE, UP_TO, new BitSet(), bytes);
    long term = in.number(TERM);
    check(term > 0, "a term is out of range");
    return new ScheduleRecord(
        FieldReader.name(in.required(GROUP, -1)),
        FieldReader.text(in.required(NAME, -1), MAX_NAME_BYTES),
        FieldReader.uuid(in.required(SCOPE, 16)),
        term,
        Instant.ofEpochMilli(in.number(UP_TO)),
        in.unknown());
  }
}
