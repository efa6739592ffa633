package dev.primacy.core.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primacy.core.gate.Clocks;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class EventIdsTest {
  private final AtomicLong now = new AtomicLong(1_469_918_176_385L);
  private final Clocks clocks =
      new Clocks() {
        @Override
        public long nanos() {
          return 0;
        }

        @Override
        public long millis() {
          return now.get();
        }
      };

  @Test
  @DisplayName("S3.26 ids are ULIDs: the time first, in Crockford's digits")
  void s3_26_an_id_is_a_ulid() {
    String id = new EventIds(clocks).next(UUID.randomUUID());
    // the time of the example in the ULID specification
    assertThat(id).startsWith("01ARYZ6S41").matches("[0-9A-HJKMNP-TV-Z]{26}");
  }

  @Test
  void ids_of_one_node_ascend_also_when_its_clock_is_set_back() {
    EventIds ids = new EventIds(clocks);
    UUID node = UUID.randomUUID();
    List<String> made = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      now.addAndGet(i % 3 == 0 ? -5_000 : 1);
      made.add(ids.next(node));
    }
    assertThat(made).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void nodes_that_begin_at_the_same_time_make_no_two_alike() {
    Set<String> made = new HashSet<>();
    for (int node = 0; node < 100; node++) {
      EventIds ids = new EventIds(clocks);
      UUID incarnation = UUID.randomUUID();
      for (int i = 0; i < 100; i++) {
        assertThat(made.add(ids.next(incarnation))).isTrue();
      }
    }
  }
}
