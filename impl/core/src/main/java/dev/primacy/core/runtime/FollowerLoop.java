package dev.primacy.core.runtime;

import dev.primacy.core.view.FollowerView;
import dev.primacy.watch.FollowOptions;
import dev.primacy.watch.NodeFollower;
import dev.primacy.watch.WatchFailedException;
import dev.primacy.watch.WatchPhase;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** Serves one follower on the thread that runs it, one life after the other. */
final class FollowerLoop {
  private final NodeFollower follower;
  private final FollowOptions options;
  private final OpenWatches open;
  private final WatchTools tools;
  private final Mailbox mailbox;
  private final CallSeat seat;

  FollowerLoop(NodeFollower follower, FollowOptions options, OpenWatches open, WatchTools tools) {
    this.follower = follower;
    this.options = options;
    this.open = open;
    this.tools = tools;
    this.mailbox = Mailbox.unbounded(options.name(), node -> true);
    this.seat = new CallSeat(mailbox, tools.clocks());
    open.add(mailbox);
    open.add(seat);
  }

  /** Nothing runs any more, or ever. */
  void over() {
    open.remove(seat);
    open.remove(mailbox);
  }

  /** Ends it from any thread; the call under way goes on. */
  void close() {
    mailbox.end(WatchEnds.closed(options.name()));
  }

  String name() {
    return options.name();
  }

  /** Until it ends; why. */
  WatchFailedException run() throws InterruptedException {
    try {
      Optional<Backoff> backoff = options.restart().map(Backoff::new);
      while (true) {
        long began = tools.clocks().nanos();
        WatchFailedException failure = live();
        Duration lasted = Duration.ofNanos(tools.clocks().nanos() - began);
        boolean again = backoff.isPresent() && mailbox.end() == null;
        @Nullable Duration pause = again ? backoff.get().after(lasted) : null;
        if (failure != mailbox.end()) {
          tools.failed(options.name(), failure, pause);
        }
        if (pause == null) {
          return failure;
        }
        rest(pause);
      }
    } finally {
      over();
    }
  }

  /** One life, with an empty view; what ended it. */
  private WatchFailedException live() throws InterruptedException {
    FollowerView view = new FollowerView(options.name(), follower, options.baseline(), seat);
    Optional<Future<?>> limit = begin();
    try {
      while (true) {
        view.tell(mailbox.take());
        seat.leave();
      }
    } catch (WatchFailedException failure) {
      return farewell(view, failure);
    } finally {
      seat.leave();
      limit.ifPresent(timer -> timer.cancel(false));
    }
  }

  private Optional<Future<?>> begin() {
    long life = open.begin(mailbox);
    return options
        .openWithin()
        .flatMap(
            limit ->
                tools.later(
                    limit, () -> mailbox.expire(life, WatchEnds.late(options.name(), limit))));
  }

  private WatchFailedException farewell(FollowerView view, WatchFailedException failure) {
    boolean removals = failure == mailbox.end() && failure.phase() == WatchPhase.CLOSED;
    if (removals && options.removalsOnClose()) {
      try {
        view.removeAll();
      } catch (WatchFailedException last) {
        return last;
      }
    }
    return failure;
  }

  private void rest(Duration pause) throws InterruptedException {
    long life = mailbox.begin();
    var unused = tools.later(pause, () -> mailbox.awake(life));
    try {
      mailbox.rest();
    } catch (WatchFailedException end) {
      // the next life is over at once
      return;
    }
  }
}
