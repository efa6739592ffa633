package dev.primacy.core.runtime;

import static dev.primacy.core.CoreLog.LOG;

import dev.primacy.FencingToken;
import dev.primacy.event.RoleChangeCause;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/** Ends the process once the line that says why is written, or could not be for a second. */
final class ExitOnLoss implements Losses {
  private static final Duration LAST_LINE = Duration.ofSeconds(1);

  private final Scribe scribe;
  private final Timers timers;
  private final ProcessEnd end;
  private final AtomicBoolean begun = new AtomicBoolean();
  private final AtomicBoolean ended = new AtomicBoolean();

  ExitOnLoss(Scribe scribe, Timers timers, ProcessEnd end) {
    this.scribe = scribe;
    this.timers = timers;
    this.end = end;
  }

  @Override
  public void lost(GroupMembership membership, FencingToken token, RoleChangeCause cause) {
    if (!begun.compareAndSet(false, true)) {
      return;
    }
    String node = membership.node().toString();
    // the first of the two, whatever keeps the log from writing
    var unused = timers.after(LAST_LINE, this::end);
    scribe.write(
        () -> {
          LOG.exitingAsLost(membership.group(), node, token.term(), cause.name(), ProcessEnd.LOST);
          end();
        });
  }

  private void end() {
    if (ended.compareAndSet(false, true)) {
      end.end(ProcessEnd.LOST);
    }
  }
}
