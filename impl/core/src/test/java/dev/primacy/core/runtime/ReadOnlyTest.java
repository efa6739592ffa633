package dev.primacy.core.runtime;

import static dev.primacy.core.runtime.TestNode.GROUP;
import static dev.primacy.core.runtime.TestNode.node;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.primacy.FencingToken;
import dev.primacy.NotPrimaryException;
import dev.primacy.RefusalReason;
import dev.primacy.control.ReadOnlyState;
import dev.primacy.core.record.GroupRecord;
import dev.primacy.core.record.RecordCodec;
import dev.primacy.event.ReadOnlyChanged;
import dev.primacy.spi.RecordKey;
import dev.primacy.spi.RecordKind;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A group that is made read-only in the store, and writable again. */
class ReadOnlyTest {
  private static final RecordKey KEY = new RecordKey(RecordKind.GROUP, GROUP);

  private final String cluster = "r-" + UUID.randomUUID();
  private final BackDoor door = new BackDoor(cluster);
  private final TestNode one = node(cluster, "n1").start();

  @AfterEach
  void close() {
    one.close();
    door.close();
  }

  private void causes(Set<String> causes) throws Exception {
    GroupRecord now = RecordCodec.decodeGroup(door.read(KEY).orElseThrow().value());
    door.overwrite(KEY, RecordCodec.encode(readOnly(now, causes)));
  }

  private static GroupRecord readOnly(GroupRecord now, Set<String> causes) {
    return new GroupRecord(
        now.state(),
        now.scope(),
        now.term(),
        now.holder(),
        now.candidate(),
        now.frozen(),
        causes,
        now.policy(),
        now.fingerprint(),
        now.unknown());
  }

  @Test
  void the_primary_stays_primary_and_says_that_the_group_is_read_only_until_no_cause_is_left()
      throws Exception {
    await().until(one::isPrimary);
    FencingToken token = one.view().requirePrimary();

    causes(Set.of("operator", "consensus"));
    await().until(() -> requireNonNull(one.gate().check(0)).readOnly());
    assertThat(one.isPrimary()).isTrue();
    assertThat(one.view().token()).contains(token);
    assertThatThrownBy(() -> one.view().requirePrimary())
        .isInstanceOfSatisfying(
            NotPrimaryException.class,
            refused -> assertThat(refused.refusal().reason()).isEqualTo(RefusalReason.READ_ONLY))
        .hasMessageStartingWith("PRIMACY-2004: ");

    causes(Set.of("consensus"));
    causes(Set.of());
    await().until(() -> !requireNonNull(one.gate().check(0)).readOnly());
    assertThat(one.view().requirePrimary()).isEqualTo(token);
  }

  @Test
  @DisplayName("S2.35: what makes a group read-only is told as it changes")
  void what_makes_a_group_read_only_is_told_as_it_changes() throws Exception {
    await().until(one::isPrimary);
    causes(Set.of("maintenance"));
    await().until(() -> one.heard(ReadOnlyChanged.class).size() == 1);
    causes(Set.of());
    await().until(() -> one.heard(ReadOnlyChanged.class).size() == 2);
    ReadOnlyState imposed = new ReadOnlyState(false, true);
    assertThat(one.heard(ReadOnlyChanged.class))
        .extracting(event -> event.seq() + " " + event.previous() + " " + event.current())
        .containsExactly(
            "1 " + ReadOnlyState.WRITABLE + " " + imposed,
            "2 " + imposed + " " + ReadOnlyState.WRITABLE);
  }
}
