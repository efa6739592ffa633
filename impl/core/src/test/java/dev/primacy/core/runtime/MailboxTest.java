package dev.primacy.core.runtime;

import static dev.primacy.core.runtime.WatchGround.node;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.primacy.core.view.NodeChange;
import dev.primacy.event.NodeLeftCause;
import dev.primacy.watch.WatchFailedException;
import dev.primacy.watch.WatchPhase;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class MailboxTest {
  private final Mailbox mailbox = Mailbox.unbounded("routes", node -> true);

  private static List<NodeChange> appears(String name) {
    return List.of(new NodeChange(null, node(name, 1), NodeLeftCause.LEFT));
  }

  @Test
  @DisplayName(
      "S4.8: what was meant for an earlier life does not reach the one that began after it")
  void what_was_meant_for_an_earlier_life_does_not_reach_a_later_one() throws Exception {
    long first = mailbox.begin();
    mailbox.open(first, List.of(node("a", 1)));
    mailbox.add(appears("b"));
    long second = mailbox.begin();
    mailbox.open(first, List.of(node("a", 1)));
    mailbox.add(appears("c"));
    assertThat(mailbox.isOpen()).isFalse();
    mailbox.open(second, List.of(node("d", 1)));
    mailbox.add(appears("e"));
    assertThat(mailbox.take()).containsExactly(node("d", 1), node("e", 1));
  }

  @Test
  void a_life_is_opened_once() throws Exception {
    long life = mailbox.begin();
    mailbox.open(life, List.of(node("a", 1)));
    mailbox.open(life, List.of(node("b", 1)));
    assertThat(mailbox.take()).containsExactly(node("a", 1));
  }

  @Test
  void what_ends_a_life_late_does_not_end_the_next_one() throws Exception {
    long first = mailbox.begin();
    long second = mailbox.begin();
    mailbox.expire(first, WatchEnds.late("routes", Duration.ofSeconds(1)));
    mailbox.awake(first);
    mailbox.open(second, List.of());
    assertThat(mailbox.take()).isEmpty();
    mailbox.expire(second, WatchEnds.late("routes", Duration.ofSeconds(1)));
    mailbox.add(appears("a"));
    assertThat(mailbox.take()).containsExactly(node("a", 1));
  }

  @Test
  void a_life_that_was_not_opened_in_time_ends_and_another_may_begin() throws Exception {
    long first = mailbox.begin();
    mailbox.expire(first, WatchEnds.late("routes", Duration.ofSeconds(1)));
    assertThatThrownBy(mailbox::take)
        .isInstanceOfSatisfying(
            WatchFailedException.class,
            failure -> assertThat(failure.phase()).isEqualTo(WatchPhase.OPEN));
    assertThat(mailbox.end()).isNull();
    mailbox.open(mailbox.begin(), List.of(node("a", 1)));
    assertThat(mailbox.take()).containsExactly(node("a", 1));
  }

  @Test
  void nothing_is_kept_for_what_has_ended() {
    long life = mailbox.begin();
    mailbox.end(WatchEnds.closed("routes"));
    mailbox.open(life, List.of(node("a", 1)));
    mailbox.add(appears("b"));
    assertThatThrownBy(mailbox::take)
        .isInstanceOf(WatchFailedException.class)
        .hasMessage("PRIMACY-2065: the watch 'routes' is closed.");
    assertThat(mailbox.isOpen()).isFalse();
  }
}
