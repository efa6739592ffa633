package dev.primacy.core.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.primacy.NodeLifecycle;
import dev.primacy.NodeStatus;
import dev.primacy.spi.RecordStore;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RecordCodecTest {

  private static final NodeRecord NODE =
      new NodeRecord(
          "node-1",
          NodeState.ALIVE,
          42,
          Duration.ofSeconds(6),
          0.01,
          Duration.ofSeconds(6),
          Set.of("ledger", "mail"),
          false,
          false,
          -3,
          Optional.of(URI.create("https://node-1.example:8443/app")),
          NodeLifecycle.LEAVING,
          Map.of("zone", "a", "größe", "m"),
          Optional.of(new NodeStatus(7, Instant.ofEpochMilli(1_700_000_000_123L))),
          Map.of("primacy.schema", "7"),
          UnknownFields.NONE);

  private static final GroupRecord GROUP =
      new GroupRecord(
          GroupState.OPEN,
          UUID.randomUUID(),
          7,
          Optional.of(UUID.randomUUID()),
          Optional.of(new Candidate(UUID.randomUUID(), Duration.ofSeconds(6))),
          true,
          Set.of("maintenance"),
          "AUTOMATIC",
          "format 1, election AUTOMATIC",
          UnknownFields.NONE);

  @Test
  void records_come_back_as_they_were() throws Exception {
    assertThat(RecordCodec.decodeNode(RecordCodec.encode(NODE))).isEqualTo(NODE);
    assertThat(RecordCodec.decodeGroup(RecordCodec.encode(GROUP))).isEqualTo(GROUP);
    GroupRecord fresh = GroupRecord.created(UUID.randomUUID(), "OPERATOR", "f");
    assertThat(RecordCodec.decodeGroup(RecordCodec.encode(fresh))).isEqualTo(fresh);
    NodeRecord missing = NodeRecord.missing(Duration.ofSeconds(1), 0.1);
    assertThat(RecordCodec.decodeNode(RecordCodec.encode(missing))).isEqualTo(missing);
  }

  @Test
  @DisplayName("S1.6: fields of a newer minor version survive a rewrite")
  void fields_of_a_newer_minor_version_survive_a_rewrite() throws Exception {
    byte[] newer = with(RecordCodec.encode(GROUP), 4, 9, new byte[] {0, 99, 0, 3, 1, 2, 3});
    GroupRecord read = RecordCodec.decodeGroup(newer);
    GroupRecord taken =
        RecordCodec.decodeGroup(RecordCodec.encode(read.takenBy(UUID.randomUUID())));
    assertThat(taken.unknown()).isEqualTo(read.unknown()).isNotEqualTo(UnknownFields.NONE);
    assertThat(taken.unknown().minor()).isEqualTo(9);
    assertThat(taken.term()).isEqualTo(GROUP.term() + 1);
  }

  private static byte[] with(byte[] record, int at, int value, byte[] more) {
    byte[] changed = Arrays.copyOf(record, record.length + more.length);
    changed[at] = (byte) value;
    System.arraycopy(more, 0, changed, record.length, more.length);
    return changed;
  }

  @Test
  void a_record_of_the_first_version_is_a_node_at_work_that_published_nothing() throws Exception {
    byte[] plain = RecordCodec.encode(NODE.withState(NodeState.ALIVE));
    byte[] first = withoutFields(plain, 13, 14, 15);
    first[4] = 0;

    NodeRecord read = RecordCodec.decodeNode(first);

    assertThat(read.lifecycle()).isEqualTo(NodeLifecycle.UP);
    assertThat(read.status()).isEmpty();
    assertThat(read.internal()).isEmpty();
    assertThat(read.attributes()).isEqualTo(NODE.attributes());
    assertThat(read.unknown()).isSameAs(UnknownFields.NONE);
  }

  @Test
  void a_newer_node_is_read_and_expelled_with_all_it_said() throws Exception {
    byte[] newer = with(RecordCodec.encode(NODE), 4, 9, new byte[] {0, 99, 0, 3, 1, 2, 3});
    NodeRecord expelled =
        RecordCodec.decodeNode(
            RecordCodec.encode(RecordCodec.decodeNode(newer).withState(NodeState.EXPELLED)));

    assertThat(expelled.unknown().minor()).isEqualTo(9);
    assertThat(expelled.attributes()).isEqualTo(NODE.attributes());
    assertThat(expelled.internal()).isEqualTo(NODE.internal());
  }

  @Test
  void a_life_cycle_of_a_newer_version_is_a_node_at_work() throws Exception {
    byte[] record = withoutFields(RecordCodec.encode(NODE), 13);

    NodeRecord read = RecordCodec.decodeNode(with(record, 4, 9, new byte[] {0, 13, 0, 1, 77}));

    assertThat(read.lifecycle()).isEqualTo(NodeLifecycle.UP);
  }

  private static byte[] withoutFields(byte[] record, int... tags) {
    ByteBuffer rest = ByteBuffer.wrap(record, 5, record.length - 5);
    ByteBuffer kept = ByteBuffer.allocate(record.length).put(record, 0, 5);
    while (rest.hasRemaining()) {
      int start = rest.position();
      int tag = rest.getShort();
      int length = rest.getShort();
      if (Arrays.stream(tags).noneMatch(unwanted -> unwanted == tag)) {
        kept.put(record, start, length + 4);
      }
      rest.position(start + 4 + length);
    }
    return Arrays.copyOf(kept.array(), kept.position());
  }

  @Test
  void another_major_version_is_refused() {
    byte[] other = with(RecordCodec.encode(NODE), 3, RecordCodec.MAJOR + 1, new byte[0]);
    assertThatThrownBy(() -> RecordCodec.decodeNode(other))
        .isInstanceOf(RecordFormatException.class)
        .hasMessageContaining("major version");
  }

  @Test
  void a_record_of_the_other_kind_is_refused() {
    assertThatThrownBy(() -> RecordCodec.decodeGroup(RecordCodec.encode(NODE)))
        .isInstanceOf(RecordFormatException.class);
  }

  @Test
  void a_record_above_the_cap_is_refused_before_it_is_read() {
    byte[] large = with(RecordCodec.encode(NODE), 4, 0, new byte[RecordStore.MAX_VALUE_BYTES]);
    assertThatThrownBy(() -> RecordCodec.decodeNode(large))
        .isInstanceOf(RecordFormatException.class)
        .hasMessageContaining("too large");
  }

  @Test
  void names_and_attributes_are_checked() {
    assertRefused(named("no spaces"));
    assertRefused(named(""));
    assertRefused(named("x".repeat(64)));
    Map<String, String> many = new HashMap<>();
    for (int i = 0; i <= RecordCodec.MAX_ATTRIBUTES; i++) {
      many.put("k" + i, "v");
    }
    assertRefused(attributed(many));
    assertRefused(attributed(Map.of("k", "v".repeat(RecordCodec.MAX_ATTRIBUTE_BYTES))));
  }

  private static void assertRefused(NodeRecord record) {
    assertThatThrownBy(() -> RecordCodec.decodeNode(RecordCodec.encode(record)))
        .isInstanceOf(RecordFormatException.class);
  }

  private static NodeRecord named(String name) {
    return changed(name, NODE.attributes(), NODE.groups());
  }

  private static NodeRecord attributed(Map<String, String> attributes) {
    return changed(NODE.name(), attributes, NODE.groups());
  }

  private static NodeRecord changed(
      String name, Map<String, String> attributes, Set<String> groups) {
    return new NodeRecord(
        name,
        NODE.state(),
        NODE.attempt(),
        NODE.lease(),
        NODE.drift(),
        NODE.longestLease(),
        groups,
        false,
        false,
        0,
        Optional.empty(),
        NodeLifecycle.UP,
        attributes,
        Optional.empty(),
        Map.of(),
        UnknownFields.NONE);
  }

  @Test
  void too_many_groups_to_list_become_every_group() throws Exception {
    Set<String> groups = new HashSet<>();
    for (int i = 0; i < 10_000; i++) {
      groups.add("group-" + i);
    }
    NodeRecord read = RecordCodec.decodeNode(RecordCodec.encode(changed("n", Map.of(), groups)));
    assertThat(read.everyGroup()).isTrue();
    assertThat(read.mayLead("group-9999")).isTrue();
    assertThat(read.groups()).isEmpty();
  }

  /** Garbage, mutations and truncations: a record, or the decoder's own exception. */
  @Test
  void garbage_never_gets_more_than_the_decoders_own_exception() {
    long seed = Long.getLong("codec.seed", 20_261_122L);
    SplittableRandom random = new SplittableRandom(seed);
    byte[][] valid = {RecordCodec.encode(NODE), RecordCodec.encode(GROUP)};
    int decoded = 0;
    for (int i = 0; i < 120_000; i++) {
      byte[] input = input(random, valid[i & 1]);
      decoded += decodes(input, seed, i) ? 1 : 0;
    }
    assertThat(decoded).as("mutations that are still records").isBetween(1_000, 110_000);
  }

  private static byte[] input(SplittableRandom random, byte[] valid) {
    byte[] input = valid.clone();
    switch (random.nextInt(4)) {
      case 0 -> {
        input = new byte[random.nextInt(300)];
        random.nextBytes(input);
      }
      case 1 -> input = Arrays.copyOf(valid, random.nextInt(valid.length));
      case 2 ->
          input = with(valid, 4, random.nextInt(256), "garbage".getBytes(StandardCharsets.UTF_8));
      default -> {
        for (int flips = 1 + random.nextInt(4); flips > 0; flips--) {
          input[random.nextInt(input.length)] = (byte) random.nextInt(256);
        }
      }
    }
    return input;
  }

  private static boolean decodes(byte[] input, long seed, int number) {
    boolean any = false;
    try {
      any = RecordCodec.encode(RecordCodec.decodeNode(input)).length > 0;
    } catch (RecordFormatException expected) {
      assertThat(expected).hasMessageStartingWith("not a record");
    } catch (RuntimeException other) {
      throw new AssertionError("-Dcodec.seed=" + seed + ", input " + number, other);
    }
    try {
      any |= RecordCodec.encode(RecordCodec.decodeGroup(input)).length > 0;
    } catch (RecordFormatException expected) {
      assertThat(expected).hasMessageStartingWith("not a record");
    } catch (RuntimeException other) {
      throw new AssertionError("-Dcodec.seed=" + seed + ", input " + number, other);
    }
    return any;
  }
}
