package dev.primacy.core.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primacy.spi.StoreStatus;
import dev.primacy.spi.StoreStatus.State;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class StoreWatchTest implements StoreWatch.Listener {
  private static final long SECOND = 1_000_000_000L;
  private final long start = beforeItWraps(10);
  private static final StoreStatus WELL = new StoreStatus(State.HEALTHY, "");

  private final NotedAlarms board = new NotedAlarms();
  private final List<String> heard = new ArrayList<>();
  private final StoreWatch watch =
      new StoreWatch("zookeeper", board, this, Duration.ofSeconds(6), start);

  private static long beforeItWraps(int seconds) {
    return Long.MAX_VALUE - seconds * SECOND;
  }

  @Override
  public void lost(String detail) {
    heard.add("lost: " + detail);
  }

  @Override
  public void restored(Duration down) {
    heard.add("restored after " + down.toSeconds() + "s");
  }

  @Test
  @DisplayName("S2.25, S2.39: a lease without an answer is a lost store; the next answer ends it")
  void a_lease_without_an_answer_is_a_lost_store_until_the_next_answer() {
    watch.answered(start + 2 * SECOND);
    watch.look(WELL, start + 8 * SECOND - 1);
    assertThat(heard).isEmpty();
    watch.look(WELL, start + 8 * SECOND);
    watch.look(WELL, start + 20 * SECOND);
    assertThat(heard).containsExactly("lost: no answer for 6000 ms");
    assertThat(watch.isThere()).isFalse();
    assertThat(board.active).containsOnlyKeys("ha-quorum-lost zookeeper");

    watch.answered(start + 22 * SECOND);
    watch.look(WELL, start + 23 * SECOND);
    assertThat(heard).last().isEqualTo("restored after 20s");
    assertThat(watch.isThere()).isTrue();
    assertThat(board.active).isEmpty();
  }

  @Test
  void a_store_that_says_so_itself_is_lost_at_once_and_until_it_says_otherwise() {
    StoreStatus down = new StoreStatus(State.UNREACHABLE, "voters present 1 of 3");
    watch.answered(start + SECOND);
    watch.look(down, start + 2 * SECOND);
    watch.answered(start + 3 * SECOND);
    watch.look(down, start + 4 * SECOND);
    assertThat(heard).containsExactly("lost: voters present 1 of 3");
    assertThat(board.active.get("ha-quorum-lost zookeeper"))
        .isEqualTo("store zookeeper: voters present 1 of 3");
    watch.look(WELL, start + 5 * SECOND);
    assertThat(heard).last().isEqualTo("restored after 2s");
  }

  @Test
  void a_store_that_says_it_is_well_again_is_believed_when_it_answers() {
    watch.look(new StoreStatus(State.FAILED, ""), start + SECOND);
    watch.look(WELL, start + 2 * SECOND);
    assertThat(watch.isThere()).isFalse();
    watch.answered(start + 3 * SECOND);
    watch.look(StoreStatus.UNKNOWN, start + 4 * SECOND);
    assertThat(watch.isThere()).isTrue();
    assertThat(heard).hasSize(2);
  }
}
