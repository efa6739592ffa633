package dev.primacy.engine.tck;

import static dev.primacy.engine.tck.Records.bytes;
import static dev.primacy.engine.tck.Records.created;
import static dev.primacy.engine.tck.Records.group;
import static dev.primacy.engine.tck.Records.stored;
import static dev.primacy.engine.tck.Records.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.primacy.spi.PutOutcome;
import dev.primacy.spi.RecordKey;
import dev.primacy.spi.RecordKind;
import dev.primacy.spi.RecordStore;
import dev.primacy.spi.RecordVersion;
import dev.primacy.spi.StoredRecord;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Names, values and versions: what a store must be able to keep apart. */
interface NamingRules {

  @Test
  default void names_that_differ_in_anything_are_records_of_their_own(Bench bench)
      throws Exception {
    RecordStore store = bench.open("n1");
    List<String> names = new ArrayList<>();
    String a61 = "a".repeat(61);
    names.addAll(List.of("ledger", "Ledger", "LEDGER", "ledgeR", "0", "00", "a", "A"));
    names.addAll(
        List.of("a.b", "a-b", "a_b", "ab", "a..b", "a--b", "a__b", "a.-_b", "A.b", "x5fy"));
    names.addAll(List.of(a61 + "a0", a61 + "a1", a61 + "A0", a61 + ".0", a61 + "-0", a61 + "_0"));
    for (String name : names) {
      created(store, group(name), name);
    }
    RecordStore other = bench.open("n2");
    for (String name : names) {
      assertThat(text(other, group(name))).isEqualTo(name);
    }
    assertThat(other.list())
        .allSatisfy(record -> assertThat(record.key()).isEqualTo(group(text(record))))
        .extracting(Records::text)
        .containsExactlyInAnyOrderElementsOf(names);
  }

  @Test
  default void nodes_and_groups_do_not_meet(Bench bench) throws Exception {
    RecordStore store = bench.open("n1");
    RecordKey node = Records.node();
    RecordKey group = group(node.name());
    created(store, node, "node");
    assertThat(store.read(group)).isEmpty();
    assertThat(store.list()).extracting(StoredRecord::key).containsExactly(node);
    created(store, group, "group");
    assertThat(text(store, node)).isEqualTo("node");
    assertThat(store.list())
        .extracting(StoredRecord::key, Records::text)
        .containsExactlyInAnyOrder(tuple(node, "node"), tuple(group, "group"));
    schedules_meet_neither_and_are_not_listed(store, bench.open("n2"), group);
  }

  private static void schedules_meet_neither_and_are_not_listed(
      RecordStore store, RecordStore other, RecordKey group) throws Exception {
    RecordKey schedule = new RecordKey(RecordKind.SCHEDULE, group.name());
    RecordVersion first = created(store, schedule, "first");
    assertThat(store.put(schedule, first, bytes("second"))).isInstanceOf(PutOutcome.Stored.class);
    assertThat(store.put(schedule, first, bytes("third"))).isInstanceOf(PutOutcome.Conflict.class);
    assertThat(text(other, schedule)).isEqualTo("second");
    assertThat(text(other, group)).isEqualTo("group");
    assertThat(other.list()).hasSize(2).extracting(StoredRecord::key).doesNotContain(schedule);
  }

  @Test
  default void two_clusters_of_one_service_do_not_meet(Bench bench) throws Exception {
    RecordKey key = group("ledger");
    String base = bench.cluster();
    List<String> clusters = List.of(base, base + ".x", base + "-x", base + "_x", base + ".X");
    List<RecordStore> stores = new ArrayList<>();
    for (String cluster : clusters) {
      stores.add(bench.open(bench.surroundings("n1").inCluster(cluster)));
    }
    for (int i = 0; i < stores.size(); i++) {
      assertThat(stores.get(i).read(key)).as(clusters.get(i)).isEmpty();
      created(stores.get(i), key, clusters.get(i));
    }
    for (int i = 0; i < stores.size(); i++) {
      assertThat(stores.get(i).list()).extracting(Records::text).containsExactly(clusters.get(i));
    }
  }

  @Test
  default void bytes_come_back_as_they_were_whatever_they_are(Bench bench) throws Exception {
    RecordStore store = bench.open("n1");
    RecordStore other = bench.open("n2");
    RecordKey key = group("bytes");
    RecordVersion version = RecordVersion.ABSENT;
    for (int length : List.of(1, 0, 256, 0, RecordStore.MAX_VALUE_BYTES, 5_000)) {
      byte[] value = new byte[length];
      bench.random().nextBytes(value);
      version = stored(store.put(key, version, value));
      assertThat(other.read(key).orElseThrow().value()).isEqualTo(value);
      assertThat(other.list().get(0).value()).isEqualTo(value);
    }
  }

  @Test
  default void a_value_beyond_the_limit_is_refused_and_changes_nothing(Bench bench)
      throws Exception {
    RecordStore store = bench.open("n1");
    RecordKey key = group("large");
    byte[] tooLarge = new byte[RecordStore.MAX_VALUE_BYTES + 1];
    assertThat(store.put(key, RecordVersion.ABSENT, tooLarge))
        .isInstanceOf(PutOutcome.Refused.class);
    RecordVersion version = created(store, key, "1");
    assertThat(store.put(key, version, tooLarge)).isInstanceOf(PutOutcome.Refused.class);
    assertThat(text(store, key)).isEqualTo("1");
    stored(store.put(key, version, bytes("2")));
  }

  @Test
  default void versions_never_recur_over_writing_removal_and_creation(Bench bench)
      throws Exception {
    RecordStore store = bench.open("n1");
    RecordStore other = bench.open("n2");
    RecordKey key = group("versions");
    Set<RecordVersion> seen = new HashSet<>(Set.of(RecordVersion.ABSENT));
    for (int i = 0; i < 8; i++) {
      RecordVersion first = created(i % 2 == 0 ? store : other, key, "same");
      assertThat(seen.add(first)).as("%s is new, round %s", first, i).isTrue();
      RecordVersion second = stored(store.put(key, first, bytes("same")));
      assertThat(seen.add(second)).as("%s is new, round %s", second, i).isTrue();
      assertNoneMatchesBut(second, seen, other, key);
      stored(store.remove(key, second));
      assertNoneMatchesBut(RecordVersion.ABSENT, seen, other, key);
    }
  }

  private static void assertNoneMatchesBut(
      RecordVersion current, Set<RecordVersion> seen, RecordStore store, RecordKey key) {
    for (RecordVersion old : seen) {
      if (!old.equals(current)) {
        assertThat(store.put(key, old, bytes("x"))).isInstanceOf(PutOutcome.Conflict.class);
        assertThat(store.remove(key, old)).isInstanceOf(PutOutcome.Conflict.class);
      }
    }
  }
}
