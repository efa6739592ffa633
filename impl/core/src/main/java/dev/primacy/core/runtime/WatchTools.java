package dev.primacy.core.runtime;

import static dev.primacy.core.CoreLog.LOG;

import dev.primacy.core.gate.Clocks;
import dev.primacy.core.settings.SettingText;
import dev.primacy.event.WatchFailed;
import dev.primacy.watch.WatchFailedException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What watches are made with.
 *
 * @param stall how long a follower may take for a call before that is reported
 * @param threads makes threads for one kind of work
 */
record WatchTools(
    NodeSource source,
    Alarms alarms,
    Clocks clocks,
    Scribe scribe,
    Deliveries deliveries,
    Duration stall,
    Function<String, ThreadFactory> threads) {

  /** Not at all after the end of the runtime, which also ends all that waits for it. */
  Optional<Future<?>> later(Duration delay, Runnable task) {
    try {
      return Optional.of(alarms.after(delay, task));
    } catch (RejectedExecutionException stopped) {
      return Optional.empty();
    }
  }

  /**
   * Tells that a watch failed.
   *
   * @param pause until it is started anew; null if it is not
   */
  void failed(String watch, WatchFailedException failure, @Nullable Duration pause) {
    Throwable cause = failure.getCause() == null ? failure : failure.getCause();
    String consequence =
        pause == null
            ? "it has ended"
            : "it starts anew, with an empty view, in " + SettingText.show(pause);
    scribe.write(
        () ->
            LOG.watchFailed(
                cause,
                SettingText.fit(watch),
                failure.phase().name(),
                shown(failure.node()),
                consequence));
    deliveries.report(
        WatchFailed.class,
        (node, seq, at) ->
            new WatchFailed(
                node, seq, watch, failure.phase(), failure.node(), cause, pause != null, at));
  }

  /** Tells that a follower has not returned for long. */
  void stalled(CallSeat seat, CallSeat.Call call) {
    Throwable stack = new Throwable("where it is now");
    stack.setStackTrace(call.thread.getStackTrace());
    long millis = seat.age(call).toMillis();
    scribe.write(
        () ->
            LOG.followerStalled(
                stack,
                SettingText.fit(seat.watch()),
                call.phase.name(),
                shown(call.about),
                millis,
                call.thread.getName()));
  }

  private static String shown(Optional<?> node) {
    return node.map(id -> "node " + SettingText.fit(id.toString())).orElse("no node");
  }
}
