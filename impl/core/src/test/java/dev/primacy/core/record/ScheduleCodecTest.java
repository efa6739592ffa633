package dev.primacy.core.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ScheduleCodecTest {
  private static final ScheduleRecord RECORD =
      new ScheduleRecord(
          "ledger",
          "com.acme.Ledger.closeDay",
          new UUID(3, 4),
          17,
          Instant.ofEpochMilli(1_800_000_000_123L),
          UnknownFields.NONE);

  @Test
  void what_is_written_is_read() throws RecordFormatException {
    assertThat(ScheduleCodec.decode(ScheduleCodec.encode(RECORD))).isEqualTo(RECORD);
  }

  @Test
  void fields_of_a_newer_version_are_carried_along() throws RecordFormatException {
    byte[] newer =
        new FieldWriter((byte) 'S', 3)
            .text(1, "ledger")
            .text(2, "nightly")
            .uuid(3, new UUID(3, 4))
            .number(4, 17)
            .number(5, 0)
            .number(99, 42)
            .done();
    assertThat(ScheduleCodec.encode(ScheduleCodec.decode(newer))).isEqualTo(newer);
  }

  @Test
  void a_record_of_another_kind_is_none() {
    byte[] group = RecordCodec.encode(GroupRecord.created(new UUID(1, 2), "AUTOMATIC", "x"));
    assertThatThrownBy(() -> ScheduleCodec.decode(group)).isInstanceOf(RecordFormatException.class);
  }

  @Test
  void spoilt_bytes_are_read_or_refused_and_nothing_else() {
    SplittableRandom random = new SplittableRandom(11);
    byte[] whole = ScheduleCodec.encode(RECORD);
    for (int i = 0; i < 5_000; i++) {
      byte[] spoilt = whole.clone();
      spoilt[random.nextInt(spoilt.length)] = (byte) random.nextInt(256);
      try {
        assertThat(ScheduleCodec.decode(spoilt).term()).isPositive();
      } catch (RecordFormatException refused) {
        assertThat(refused).hasMessageContaining("not a record");
      }
    }
  }
}
