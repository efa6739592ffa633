package dev.primacy.core.runtime;

import dev.primacy.NodeId;
import dev.primacy.core.gate.Clocks;
import dev.primacy.core.view.CallPermit;
import dev.primacy.watch.WatchPhase;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which call of a follower is under way, for whoever looks whether it takes too long. */
final class CallSeat implements CallPermit {
  private final Mailbox mailbox;
  private final Clocks clocks;

  // written by the follower's thread
  private volatile @Nullable Call call;

  // the looking thread's
  private @Nullable Call reported;

  /** Not a record: two calls about the same are two. */
  static final class Call {
    final WatchPhase phase;
    final Optional<NodeId> about;
    final Thread thread;
    private final long since;

    private Call(WatchPhase phase, @Nullable NodeId about, long since) {
      this.phase = phase;
      this.about = Optional.ofNullable(about);
      this.thread = Thread.currentThread();
      this.since = since;
    }
  }

  CallSeat(Mailbox mailbox, Clocks clocks) {
    this.mailbox = mailbox;
    this.clocks = clocks;
  }

  String watch() {
    return mailbox.name();
  }

  @Override
  public boolean mayCall(WatchPhase phase, @Nullable NodeId about) {
    call = new Call(phase, about, clocks.nanos());
    return mailbox.end() == null;
  }

  /** No call is under way. */
  void leave() {
    call = null;
  }

  /** The call that has gone on for longer than that, once. */
  Optional<Call> stalled(Duration limit) {
    Call now = call;
    if (now == null || now == reported || age(now).compareTo(limit) < 0) {
      return Optional.empty();
    }
    reported = now;
    return Optional.of(now);
  }

  Duration age(Call of) {
    return Duration.ofNanos(clocks.nanos() - of.since);
  }
}
