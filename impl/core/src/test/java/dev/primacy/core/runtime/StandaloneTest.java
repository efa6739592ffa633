package dev.primacy.core.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.primacy.GroupStanding;
import dev.primacy.NodeRole;
import dev.primacy.NotPrimaryException;
import dev.primacy.core.gate.Admission;
import dev.primacy.core.settings.MapSettings;
import dev.primacy.event.ClusterEvent;
import dev.primacy.event.EnvelopedEvent;
import dev.primacy.event.NodeRoleChanged;
import dev.primacy.event.StandingChanged;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class StandaloneTest {
  private final BlockingQueue<ClusterEvent> heard = new LinkedBlockingQueue<>();

  private PrimacyRuntime create(Map<String, String> settings) {
    return PrimacyRuntimes.create(
        RuntimeSetup.of("app")
            .withSource(new MapSettings(settings))
            .withSink(
                event -> {
                  // what is told with an envelope is beside the group's events, in an order of its
                  // own
                  if (!(event instanceof EnvelopedEvent)) {
                    heard.add(event);
                  }
                  return DeliveryReport.CLEAN;
                }));
  }

  @Test
  void nothing_configured_lets_every_call_in_without_a_token() {
    try (PrimacyRuntime runtime = create(Map.of())) {
      runtime.start();

      assertThat(runtime.groups()).containsExactly("default");
      assertThat(runtime.defaultGroup()).contains("default");
      assertThat(runtime.gate("default").tryEnter(0)).isSameAs(Admission.STANDALONE);
      assertThat(runtime.gate("default").stands(Admission.STANDALONE)).isTrue();
      assertThat(runtime.membership("default").role()).isEqualTo(NodeRole.NOT_IN_GROUP);
      assertThat(runtime.membership("default").standing()).isEqualTo(GroupStanding.STANDALONE);
      assertThat(runtime.membership("default").token()).isEmpty();
      assertThatThrownBy(() -> runtime.membership("default").requirePrimary())
          .isInstanceOf(NotPrimaryException.class)
          .hasMessageStartingWith("PRIMACY-2003: ");
    }
  }

  @Test
  @DisplayName(
      "S1.3, S1.4, DESIGN 5.2: standalone, too, the first event is the initial state and the last one the end")
  void the_first_event_is_the_initial_state_and_the_last_one_says_that_it_left() throws Exception {
    PrimacyRuntime runtime = create(Map.of());
    assertThat(heard).isEmpty();
    runtime.start();

    NodeRoleChanged first = (NodeRoleChanged) heard.poll(5, TimeUnit.SECONDS);
    assertThat(first.isInitial()).isTrue();
    assertThat(first.seq()).isEqualTo(1);
    assertThat(first.current()).isEqualTo(NodeRole.NOT_IN_GROUP);
    assertThat(first.standing()).isEqualTo(GroupStanding.STANDALONE);

    runtime.close();
    assertThat(((StandingChanged) heard.remove()).current()).isEqualTo(GroupStanding.LEFT);
    assertThat(heard).isEmpty();
  }

  @Test
  void a_closed_runtime_refuses() {
    PrimacyRuntime runtime = create(Map.of());
    runtime.start();
    runtime.close();
    runtime.close();

    assertThat(runtime.gate("default").tryEnter(0)).isNull();
    assertThat(runtime.membership("default").standing()).isEqualTo(GroupStanding.LEFT);
  }

  @Test
  @DisplayName("DESIGN 5.8: switched off it refuses unless told otherwise")
  void switched_off_it_refuses_or_admits_as_told() {
    try (PrimacyRuntime off = create(Map.of("primacy.enabled", "false", "primacy.group", "g"))) {
      off.start();
      assertThat(off.gate("g").check(0)).isNull();
      assertThat(off.gate("g").refuse("Ledger.post")).hasMessageStartingWith("PRIMACY-2001: ");
    }
    Map<String, String> admitting =
        Map.of("primacy.enabled", "false", "primacy.guard.when-disabled", "admit");
    try (PrimacyRuntime off = create(admitting)) {
      off.start();
      assertThat(off.gate("default").check(0)).isNotNull();
    }
    assertThat(heard).isEmpty();
  }
}
