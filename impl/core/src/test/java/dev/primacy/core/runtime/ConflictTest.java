package dev.primacy.core.runtime;

import static dev.primacy.core.runtime.TestNode.GROUP;
import static dev.primacy.core.runtime.TestNode.node;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.primacy.FencingToken;
import dev.primacy.core.record.GroupRecord;
import dev.primacy.core.record.RecordCodec;
import dev.primacy.core.record.RecordFormatException;
import dev.primacy.event.ConflictingPrimaries;
import dev.primacy.event.NodeRoleChanged;
import dev.primacy.event.RoleChangeCause;
import dev.primacy.spi.RecordKey;
import dev.primacy.spi.RecordKind;
import dev.primacy.spi.StoredRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Claims in the store that contradict each other: written past the election, or restored. */
class ConflictTest {
  private static final RecordKey KEY = new RecordKey(RecordKind.GROUP, GROUP);

  private final String cluster = "k-" + UUID.randomUUID();
  private final UUID stranger = UUID.randomUUID();
  private final List<TestNode> nodes = new ArrayList<>();
  private final List<Boolean> openWhenTold = new CopyOnWriteArrayList<>();
  private final LogBook log = new LogBook();
  private final BackDoor door = new BackDoor(cluster);

  @AfterEach
  void closeAll() {
    nodes.forEach(TestNode::close);
    door.close();
    log.close();
  }

  private TestNode started(String name) {
    AtomicReference<TestNode> self = new AtomicReference<>();
    TestNode node =
        node(cluster, name)
            .observing(
                event -> {
                  if (event instanceof ConflictingPrimaries && self.get() != null) {
                    openWhenTold.add(self.get().gate().tryEnter(0) != null);
                  }
                })
            .start();
    self.set(node);
    nodes.add(node);
    return node;
  }

  private GroupRecord record() throws Exception {
    Optional<StoredRecord> found = door.read(KEY);
    return RecordCodec.decodeGroup(found.orElseThrow().value());
  }

  private static GroupRecord inTerm(GroupRecord seen, long term, UUID holder) {
    return new GroupRecord(
        seen.state(),
        seen.scope(),
        term,
        Optional.of(holder),
        Optional.empty(),
        seen.frozen(),
        seen.readOnly(),
        seen.policy(),
        seen.fingerprint(),
        seen.unknown());
  }

  private static ConflictingPrimaries told(TestNode node) {
    await().until(() -> !node.heard(ConflictingPrimaries.class).isEmpty());
    assertThat(node.heard(ConflictingPrimaries.class)).as(node.name).hasSize(1);
    return node.heard(ConflictingPrimaries.class).get(0);
  }

  @Test
  void a_second_holder_of_one_term_is_told_by_every_node_and_the_primary_lets_nobody_in()
      throws Exception {
    TestNode one = started("n1");
    await().until(one::isPrimary);
    TestNode two = started("n2");
    await().until(() -> two.view().primary().isPresent());
    FencingToken token = one.view().requirePrimary();

    door.overwrite(KEY, RecordCodec.encode(inTerm(record(), token.term(), stranger)));

    ConflictingPrimaries holders = told(one);
    assertThat(holders.held()).isTrue();
    assertThat(holders.known()).isEqualTo(token);
    assertThat(holders.seen()).contains(token);
    assertThat(holders.holder()).contains(stranger);
    assertThat(holders.seq()).isEqualTo(1);
    assertThat(told(two).held()).isFalse();
    assertThat(openWhenTold).containsOnly(false);
    awaitSuperseded(one);
    await().until(() -> log.numbered(2140).size() == 2);
    assertThat(log.numbered(2140))
        .allSatisfy(line -> assertThat(line).contains("group=" + GROUP, stranger.toString()));
    assertThat(log.numbered(2124)).isEmpty();

    // a stranger that never renews is waited out like any holder
    await().until(() -> one.isPrimary() || two.isPrimary());
    TestNode next = one.isPrimary() ? one : two;
    assertThat(next.view().requirePrimary().supersedes(token)).isTrue();
  }

  @Test
  void a_group_taken_from_a_primary_whose_lease_stands_is_told_by_it() throws Exception {
    TestNode one = started("n1");
    await().until(one::isPrimary);
    FencingToken token = one.view().requirePrimary();

    door.overwrite(KEY, RecordCodec.encode(record().takenBy(stranger)));

    ConflictingPrimaries told = told(one);
    assertThat(told.held()).isTrue();
    assertThat(told.seen()).hasValueSatisfying(t -> assertThat(t.supersedes(token)).isTrue());
    awaitSuperseded(one);
    assertThat(openWhenTold).containsOnly(false);
  }

  @Test
  void a_restored_store_is_told_in_one_line_and_an_event_and_no_lower_token_acts()
      throws Exception {
    TestNode one = started("n1");
    await().until(one::isPrimary);
    byte[] backup = door.read(KEY).orElseThrow().value();
    one.view().stepDown().toCompletableFuture().join();
    await().until(one::isPrimary);
    TestNode two = started("n2");
    await().until(() -> two.view().primary().isPresent());
    FencingToken token = one.view().requirePrimary();
    assertThat(token.term()).isEqualTo(2);

    door.overwrite(KEY, RecordCodec.encode(inTerm(decoded(backup), 1, stranger)));

    assertThat(told(one).held()).isTrue();
    assertThat(told(two).seen()).hasValueSatisfying(t -> assertThat(t.term()).isEqualTo(1));
    await().until(() -> log.numbered(2124).size() == 2);
    assertThat(log.numbered(2140)).isEmpty();
    await().until(() -> one.isPrimary() || two.isPrimary());
    TestNode next = one.isPrimary() ? one : two;
    assertThat(next.view().requirePrimary().supersedes(token))
        .as("the term is raised past all that were seen, also by who did not hold them")
        .isTrue();
  }

  private static GroupRecord decoded(byte[] value) throws RecordFormatException {
    return RecordCodec.decodeGroup(value);
  }

  private static void awaitSuperseded(TestNode node) {
    await()
        .untilAsserted(
            () ->
                assertThat(node.heard(NodeRoleChanged.class))
                    .extracting(NodeRoleChanged::cause)
                    .contains(RoleChangeCause.SUPERSEDED));
  }
}
