package dev.primacy.core.runtime;

import static dev.primacy.core.runtime.TestNode.GROUP;
import static dev.primacy.core.runtime.TestNode.node;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.primacy.GroupStanding;
import dev.primacy.Membership;
import dev.primacy.NodeId;
import dev.primacy.NodeRole;
import dev.primacy.core.record.RecordCodec;
import dev.primacy.event.NodeRoleChanged;
import dev.primacy.event.RoleChangeCause;
import dev.primacy.spi.RecordKey;
import dev.primacy.spi.RecordKind;
import dev.primacy.spi.RecordStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * What may stand in a store that should not: each told with a number, and everything else goes on.
 */
class ProblemsTest {
  private static final String OTHER = "audit";
  private static final byte[] GARBAGE = {'g', 'a', 'r', 'b', 'a', 'g', 'e'};
  private static final RecordKey OTHER_KEY = new RecordKey(RecordKind.GROUP, OTHER);

  private final String cluster = "p-" + UUID.randomUUID();
  private final BackDoor door = new BackDoor(cluster);
  private final LogBook log = new LogBook();
  private final List<TestNode> nodes = new ArrayList<>();

  @AfterEach
  void closeAll() {
    nodes.forEach(TestNode::close);
    log.close();
    door.close();
    // the clock of the lease must never wait for an appender
    assertThat(log.lines()).noneMatch(line -> line.thread().contains("-lease"));
  }

  private TestNode started(String name, String... settings) {
    TestNode.Builder builder = node(cluster, name).with("primacy.groups", OTHER);
    for (int i = 0; i < settings.length; i += 2) {
      builder.with(settings[i], settings[i + 1]);
    }
    TestNode node = builder.start();
    nodes.add(node);
    return node;
  }

  private static Membership other(TestNode node) {
    return node.runtime.membership(OTHER);
  }

  private void awaitLine(int number, String... parts) {
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(
            () -> assertThat(log.numbered(number)).anySatisfy(l -> assertThat(l).contains(parts)));
  }

  @Test
  void a_group_record_of_garbage_keeps_its_own_group_without_a_primary_and_no_other()
      throws Exception {
    door.overwrite(OTHER_KEY, GARBAGE);
    TestNode one = started("n1");

    await().until(one::isPrimary);
    awaitLine(2114, "group/" + OTHER, "it starts differently", "remove it from the store");
    assertThat(other(one).standing()).isEqualTo(GroupStanding.SUSPENDED);
    assertThat(other(one).role()).isEqualTo(NodeRole.SECONDARY);
    assertThat(log.numbered(2114)).hasSize(1);

    door.remove(OTHER_KEY);
    await().until(other(one)::isPrimary);
  }

  @Test
  void a_group_overwritten_while_it_is_held_closes_its_guard_and_leaves_the_other_one_open()
      throws Exception {
    TestNode one = started("n1");
    await().until(() -> one.isPrimary() && other(one).isPrimary());

    door.overwrite(OTHER_KEY, GARBAGE);

    await().until(() -> other(one).standing() == GroupStanding.SUSPENDED);
    assertThat(one.runtime.gate(OTHER).tryEnter(0)).isNull();
    assertThat(other(one).primary()).isEmpty();
    await()
        .untilAsserted(
            () ->
                assertThat(one.heard(NodeRoleChanged.class))
                    .filteredOn(change -> change.group().equals(OTHER))
                    .last()
                    .extracting(NodeRoleChanged::cause)
                    .isEqualTo(RoleChangeCause.SUPERSEDED));
    assertThat(one.view().requirePrimary().term()).isEqualTo(1);
  }

  @Test
  void a_group_record_of_a_newer_major_version_is_told_with_both_versions() throws Exception {
    byte[] newer = {'P', 'R', 'G', RecordCodec.MAJOR + 1, 0};
    door.overwrite(OTHER_KEY, newer);
    TestNode one = started("n1");

    await().until(one::isPrimary);
    awaitLine(
        2114,
        "group/" + OTHER,
        "major version " + (RecordCodec.MAJOR + 1),
        "this node reads version " + RecordCodec.MAJOR,
        "versions that read each other's records");
  }

  @Test
  void node_records_of_garbage_and_too_large_ones_are_told_by_their_keys_and_left_out()
      throws Exception {
    RecordKey garbage = new RecordKey(RecordKind.NODE, UUID.randomUUID().toString());
    RecordKey large = new RecordKey(RecordKind.NODE, UUID.randomUUID().toString());
    door.overwrite(garbage, GARBAGE);
    door.overwrite(large, new byte[RecordStore.MAX_VALUE_BYTES]);
    TestNode one = started("n1");

    await().until(() -> one.isPrimary() && other(one).isPrimary());
    awaitLine(2114, "node/" + garbage.name(), "it starts differently");
    awaitLine(2114, "node/" + large.name(), RecordStore.MAX_VALUE_BYTES + " bytes");
    assertThat(one.view().nodes()).singleElement().extracting("id").isEqualTo(one.view().node());
  }

  @Test
  void the_own_record_overwritten_is_survived_once_it_is_removed() throws Exception {
    TestNode one = started("n1");
    await().until(() -> one.isPrimary() && other(one).isPrimary());
    NodeId before = one.view().node();
    UUID dead = before.incarnation();
    RecordKey own = new RecordKey(RecordKind.NODE, dead.toString());

    door.overwrite(own, GARBAGE);

    await().until(() -> !one.view().node().incarnation().equals(dead));
    assertThat(one.gate().tryEnter(0)).isNull();
    awaitLine(2110, before.toString(), one.view().node().toString());
    awaitLine(2114, "node/" + dead, "takes no group that depends on it");

    door.remove(own);
    await().until(() -> one.isPrimary() && other(one).isPrimary());
    assertThat(one.view().requirePrimary().term()).isEqualTo(2);
  }

  @Test
  void a_node_of_other_settings_stays_out_and_both_sides_are_named() {
    TestNode one = started("n1");
    await().until(() -> one.isPrimary() && other(one).isPrimary());
    TestNode two = started("n2", "primacy.groups." + OTHER + ".election", "operator");

    awaitLine(2115, "'" + OTHER + "'", "election AUTOMATIC", "election OPERATOR");
    await().until(() -> other(two).standing() == GroupStanding.SUSPENDED);
    await().until(() -> two.view().standing() == GroupStanding.MEMBER);
    assertThat(other(one).isPrimary()).isTrue();
  }

  @Test
  void a_second_live_node_of_one_name_is_told_with_its_incarnation() {
    TestNode one = started("twin");
    TestNode two = started("twin");

    awaitLine(2116, "'twin'", one.view().node().incarnation().toString(), "primacy.node.name");
    awaitLine(2116, "'twin'", two.view().node().incarnation().toString(), "primacy.node.name");
  }

  @Test
  void a_lease_longer_than_accepted_is_told_on_both_sides_and_leads_nothing() {
    TestNode one = started("n1", "primacy.lease", "1s");
    await().until(() -> one.isPrimary());
    TestNode two = started("n2", "primacy.lease", "2s");

    awaitLine(2117, "node n2", "PT2S", "longest accepted here PT1S", "primacy.lease.longest");
    awaitLine(2117, "node n2", "PT2S", "longest accepted by n1 PT1S", "primacy.lease.longest");
    await().until(() -> two.view().standing() == GroupStanding.SUSPENDED);
    assertThat(one.isPrimary()).isTrue();
  }

  @Test
  void a_wiped_store_is_told_with_the_node_whose_record_is_gone() throws Exception {
    TestNode one = started("n1");
    await().until(one::isPrimary);
    String dead = one.view().node().toString();
    door.remove(new RecordKey(RecordKind.GROUP, GROUP));
    door.remove(OTHER_KEY);
    door.remove(new RecordKey(RecordKind.NODE, one.view().node().incarnation().toString()));

    awaitLine(2118, dead, "comes back as a new one");
    awaitLine(2110, dead, "STORE_WIPED");
    List<String> order =
        log.lines().stream()
            .map(LogBook.Line::text)
            .filter(l -> l.startsWith("PRIMACY-2118") || l.startsWith("PRIMACY-2110"))
            .toList();
    assertThat(order.get(0)).startsWith("PRIMACY-2118");
    await().until(one::isPrimary);
  }
}
