package dev.primacy.core.alarm;

import dev.primacy.control.AlarmKind;
import dev.primacy.spi.StoreStatus;
import java.time.Duration;

/**
 * Decides whether the store answers, from the answers that came and from what the store says of
 * itself. Lost when the store says so, or after a lease without an answer; there again with the
 * first answer after that, unless the store still says otherwise. One thread at a time; all times
 * are of one monotonic clock.
 *
 * @since 0.1
 */
public final class StoreWatch {

  /**
   * Hears of it.
   *
   * @since 0.1
   */
  public interface Listener {

    /**
     * The store does not answer any more.
     *
     * @param detail one sentence for people
     */
    void lost(String detail);

    /**
     * It answers again.
     *
     * @param down since the last answer before
     */
    void restored(Duration down);
  }

  private final String store;
  private final AlarmBoard board;
  private final Listener listener;
  private final Duration patience;
  private long lastAnswer;
  private boolean lost;
  private long lastBefore;
  private boolean answeredSince;

  /**
   * Begins with a store that was opened.
   *
   * @param store its name, for the alarm
   * @param board where the alarm goes
   * @param listener hears of it
   * @param patience after how long without an answer it counts as lost
   * @param now now
   */
  public StoreWatch(
      String store, AlarmBoard board, Listener listener, Duration patience, long now) {
    this.store = store;
    this.board = board;
    this.listener = listener;
    this.patience = patience;
    this.lastAnswer = now;
  }

  /**
   * The store answered a request.
   *
   * @param now now
   */
  public void answered(long now) {
    lastAnswer = now;
    answeredSince = true;
  }

  /**
   * Whether the store answers, as decided last.
   *
   * @return false while it is lost
   */
  public boolean isThere() {
    return !lost;
  }

  /**
   * Time has come to look.
   *
   * @param status what the store says of itself
   * @param now now
   */
  public void look(StoreStatus status, long now) {
    boolean says =
        status.state() == StoreStatus.State.UNREACHABLE
            || status.state() == StoreStatus.State.FAILED;
    if (!lost && (says || now - lastAnswer >= patience.toNanos())) {
      lose(says && !status.detail().isEmpty() ? status.detail() : silence(now));
    } else if (lost && answeredSince && !says) {
      lost = false;
      board.clear(AlarmKind.HA_QUORUM_LOST, store);
      listener.restored(Duration.ofNanos(lastAnswer - lastBefore));
    }
  }

  private void lose(String detail) {
    lost = true;
    lastBefore = lastAnswer;
    answeredSince = false;
    board.raise(AlarmKind.HA_QUORUM_LOST, store, "store " + store + ": " + detail);
    listener.lost(detail);
  }

  private String silence(long now) {
    return "no answer for " + Duration.ofNanos(now - lastAnswer).toMillis() + " ms";
  }
}
