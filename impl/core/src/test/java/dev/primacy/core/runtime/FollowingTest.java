package dev.primacy.core.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primacy.ClusterNode;
import dev.primacy.NodeId;
import dev.primacy.event.NodeLeftCause;
import dev.primacy.event.PrimaryLost.Reason;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class FollowingTest {
  private final ClusterNode one = node("n1");
  private final ClusterNode two = node("n2");
  private final Following following = new Following();

  private static ClusterNode node(String name) {
    return new ClusterNode(
        new NodeId(name, UUID.randomUUID()),
        Optional.empty(),
        Set.of("ledger"),
        0,
        false,
        Map.of());
  }

  private Following.Loss sees(ClusterNode primary) {
    return following.now(Optional.ofNullable(primary), false);
  }

  @Test
  @DisplayName("S2.15: a primary that gave the group up, or left, is lost as CLOSED")
  void a_primary_that_gave_up_is_lost_as_closed() {
    assertThat(sees(null)).isNull();
    assertThat(sees(one)).isNull();
    assertThat(sees(one)).isNull();
    assertThat(sees(null)).isEqualTo(new Following.Loss(one, Reason.CLOSED));
    assertThat(sees(null)).isNull();
    assertThat(sees(two)).isNull();
    following.gone(two.id().incarnation(), NodeLeftCause.LEFT);
    assertThat(sees(two)).isEqualTo(new Following.Loss(two, Reason.CLOSED));
  }

  @Test
  @DisplayName("S2.15: a primary that fell silent is lost as NO_TICK, once")
  void a_primary_that_fell_silent_is_lost_once_though_the_record_still_names_it() {
    sees(one);
    following.gone(one.id().incarnation(), NodeLeftCause.EXPELLED);
    assertThat(sees(one)).isEqualTo(new Following.Loss(one, Reason.NO_TICK));
    assertThat(sees(one)).isNull();
    assertThat(sees(two)).isNull();
    assertThat(sees(null)).as("not silent, too").isEqualTo(new Following.Loss(two, Reason.CLOSED));
  }

  @Test
  void one_that_was_replaced_within_a_batch_is_lost_all_the_same() {
    sees(one);
    assertThat(sees(two)).isEqualTo(new Following.Loss(one, Reason.CLOSED));
    following.gone(two.id().incarnation(), NodeLeftCause.DECLARED_DEAD);
    assertThat(sees(one)).isEqualTo(new Following.Loss(two, Reason.NO_TICK));
  }

  @Test
  @DisplayName("S2.15: a node that loses the store loses its primary with it")
  void a_node_that_is_cut_off_follows_nobody_until_it_is_back() {
    sees(one);
    assertThat(following.now(Optional.of(one), true))
        .isEqualTo(new Following.Loss(one, Reason.NO_TICK));
    assertThat(following.now(Optional.of(one), true)).isNull();
    assertThat(sees(one)).as("followed again").isNull();
    assertThat(sees(null)).isEqualTo(new Following.Loss(one, Reason.CLOSED));
  }
}
