package dev.primacy.engine.tck;

import static dev.primacy.engine.tck.Records.group;
import static org.assertj.core.api.Assertions.assertThat;

import dev.primacy.spi.RecordKey;
import dev.primacy.spi.RecordStore;
import dev.primacy.spi.RecordVersion;
import dev.primacy.spi.StoredRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Hints may skip, but whoever reads at each hint has the latest state at the end. */
interface HintRules {

  @Test
  default void who_reads_at_each_hint_ends_with_the_latest_state(Bench bench) throws Exception {
    RecordStore watching = bench.open("n1");
    RecordStore writer = bench.open("n2");
    List<RecordKey> keys = keys();
    Records.created(writer, keys.get(0), "there before");
    try (Follower follower = Follower.of(watching)) {
      follower.awaitHints(writer, bench.service().recovery());
      follower.awaitSameAs(writer, keys, bench.service().recovery());
      changeAtRandom(bench, writer, keys, 3);
      follower.awaitSameAs(writer, keys, bench.service().recovery());
      for (RecordKey key : keys) {
        Records.write(writer, key, "the last change");
        follower.awaitSameAs(writer, List.of(key), bench.service().recovery());
      }
    }
  }

  private static List<RecordKey> keys() {
    List<RecordKey> keys = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      keys.add(i % 2 == 0 ? group("g" + i) : Records.node());
    }
    return keys;
  }

  private static void changeAtRandom(
      Bench bench, RecordStore writer, List<RecordKey> keys, int removals) throws Exception {
    for (int i = 0; i < 30; i++) {
      RecordKey key = keys.get(bench.random().nextInt(keys.size()));
      Optional<StoredRecord> found = writer.read(key);
      if (found.isPresent() && bench.random().nextInt(removals) == 0) {
        Records.stored(writer.remove(key, found.get().version()));
      } else {
        RecordVersion version = found.map(StoredRecord::version).orElse(RecordVersion.ABSENT);
        Records.stored(writer.put(key, version, Records.bytes("change " + i)));
      }
    }
  }

  /** Not removals: whoever lists what is there when it comes back cannot know of them. */
  @Test
  default void changes_made_while_a_watcher_was_cut_off_are_hinted_when_it_is_back(Bench bench)
      throws Exception {
    Wire wire = bench.wire("n1");
    RecordStore watching = bench.open("n1");
    RecordStore writer = bench.open("n2");
    List<RecordKey> keys = keys();
    for (RecordKey key : keys.subList(0, 3)) {
      Records.created(writer, key, "before");
    }
    try (Follower follower = Follower.of(watching)) {
      follower.awaitSameAs(writer, keys.subList(0, 3), bench.service().recovery());
      for (int round = 0; round < 2; round++) {
        wire.cut();
        changeAtRandom(bench, writer, keys, Integer.MAX_VALUE);
        wire.heal();
        follower.awaitSameAs(writer, keys, bench.service().recovery());
      }
    }
  }

  @Test
  default void nothing_is_hinted_after_close(Bench bench) throws Exception {
    RecordStore closing = bench.open("n1");
    RecordStore writer = bench.open("n2");
    List<RecordKey> late = new ArrayList<>();
    try (Follower witness = Follower.of(writer)) {
      closing.watch(late::add);
      closing.close();
      int before = late.size();
      RecordKey key = group("after");
      Records.created(writer, key, "x");
      witness.awaitSameAs(writer, List.of(key), bench.service().recovery());
      assertThat(late).hasSize(before);
    }
  }

  /** Without hints there is nothing to keep; that is said, not passed over. */
  static void requireHints(boolean hints) {
    if (!hints) {
      Assumptions.abort("It gives no hints: it is polled.");
    }
  }
}
