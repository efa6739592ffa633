package dev.primacy.engine.tck;

import static dev.primacy.engine.tck.Records.bytes;
import static dev.primacy.engine.tck.Records.group;
import static org.assertj.core.api.Assertions.assertThat;

import dev.primacy.spi.PutOutcome;
import dev.primacy.spi.RecordStore;
import dev.primacy.spi.RecordVersion;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a disk without room may cost: answers, but nothing that was confirmed. */
interface DiskRules {
  Duration FULL = Duration.ofMillis(500);

  @Test
  default void a_full_disk_refuses_writes_and_loses_none_that_was_confirmed(Bench bench)
      throws Exception {
    bench.require(Ability.DISK);
    Bench.Stores stores = bench.openSome(4, "d");
    RecordStore one = stores.all().get(0);
    Workload workload = new Workload(bench, stores.all().subList(1, 4));
    List<PutOutcome> outcomes = new ArrayList<>();
    workload.run(
        Integer.MAX_VALUE,
        () -> {
          Waiting.pass(Duration.ofMillis(200));
          bench.running().fillDisk();
          Waiting.until("no room", bench.service().recovery(), () -> findsNoRoom(one, outcomes));
          Waiting.pass(FULL);
          bench.running().freeDisk();
          Waiting.until("it answers", bench.service().recovery(), () -> Bench.answers(one));
          Waiting.pass(Duration.ofMillis(200));
          restart(bench, one);
        });
    workload.explain(bench.service().recovery());
    assertConfirmedAreThere(one, outcomes);
  }

  private static boolean findsNoRoom(RecordStore store, List<PutOutcome> outcomes) {
    PutOutcome outcome =
        store.put(group("no-room-" + outcomes.size()), RecordVersion.ABSENT, bytes("x"));
    outcomes.add(outcome);
    return outcome instanceof PutOutcome.Refused || outcome instanceof PutOutcome.Unknown;
  }

  /** What was in memory only is gone then. */
  private static void restart(Bench bench, RecordStore store) throws Exception {
    bench.stopService();
    bench.startService();
    Waiting.until("it is back", bench.service().recovery(), () -> Bench.answers(store));
  }

  private static void assertConfirmedAreThere(RecordStore store, List<PutOutcome> outcomes)
      throws Exception {
    for (int i = 0; i < outcomes.size(); i++) {
      boolean there = store.read(group("no-room-" + i)).isPresent();
      if (outcomes.get(i) instanceof PutOutcome.Stored) {
        assertThat(there).as("confirmed: no-room-%s", i).isTrue();
      } else if (outcomes.get(i) instanceof PutOutcome.Refused) {
        assertThat(there).as("refused: no-room-%s", i).isFalse();
      }
    }
  }
}
