package dev.primacy.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primacy.GroupStanding;
import dev.primacy.NodeRole;
import dev.primacy.core.gate.GuardCounts;
import dev.primacy.core.vitals.GroupVitals;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Each figure of a group stands under its own metric and tag: no two of them are alike here. */
class GroupSamplesTest {
  private static final GroupVitals GROUP =
      new GroupVitals(
          "ledger",
          NodeRole.PRIMARY,
          GroupStanding.MEMBER,
          OptionalLong.of(41),
          Duration.ofMillis(2500),
          Optional.empty(),
          Duration.ofSeconds(7),
          Map.of(),
          new GuardCounts(11, 12, 13, 14, 15));

  @Test
  void calls_are_told_by_what_became_of_them() {
    assertThat(GroupSamples.of(Metric.GUARD_REQUESTS, GROUP))
        .containsExactlyInAnyOrder(
            sample(11, "allowed"),
            sample(12, "rejected"),
            sample(13, "redirected"),
            sample(14, "skipped"),
            sample(15, "lost"));
  }

  @Test
  void term_lease_and_time_without_a_primary_are_told_in_their_units() {
    assertThat(GroupSamples.of(Metric.TERM, GROUP)).containsExactly(sample(41));
    assertThat(GroupSamples.of(Metric.LEASE_REMAINING, GROUP)).containsExactly(sample(2.5));
    assertThat(GroupSamples.of(Metric.UNAVAILABLE, GROUP)).containsExactly(sample(7));
    assertThat(GroupSamples.of(Metric.ROLE_KNOWN, GROUP)).containsExactly(sample(1));
  }

  @Test
  void one_role_is_one_and_the_others_are_zero() {
    assertThat(GroupSamples.of(Metric.ROLE, GROUP))
        .hasSize(NodeRole.values().length)
        .contains(sample(1, "primary"), sample(0, "secondary"));
  }

  private static Sample sample(double value, String... more) {
    return new Sample(more.length == 0 ? List.of("ledger") : List.of("ledger", more[0]), value);
  }
}
