package dev.primacy.core.runtime;

import static dev.primacy.core.CoreLog.LOG;

import dev.primacy.core.alarm.InactivityTimer;
import dev.primacy.core.gate.Clocks;
import dev.primacy.event.InactivityCheck;
import dev.primacy.spi.RecordKey;
import dev.primacy.spi.RecordKind;
import dev.primacy.spi.RecordStore;
import dev.primacy.spi.StoreException;
import dev.primacy.spi.StoredRecord;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ThreadFactory;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Asks the store whether it is so, when nothing was told of nodes and groups for long. On a thread
 * of its own each time: asking may block. What is not answered is asked again, ever less often, and
 * told again when the answer is another one.
 */
final class InactivityWatch {
  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

  /**
   * The store that is there at the time, the groups that ought to be in it, and how often it was
   * reached at another endpoint than before.
   */
  record Sight(Supplier<RecordStore> store, Supplier<Set<String>> groups, LongSupplier switches) {}

  /** What tells time, and does things later. */
  record Tools(Clocks clocks, Alarms timers, Scribe scribe, ThreadFactory threads) {}

  private final InactivityTimer timer;
  private final Deliveries deliveries;
  private final Sight sight;
  private final Tools tools;

  // of the check that runs; one after the other, handed on by starting threads
  private long switches;

  // set by the timers' thread, reset by the check's
  private volatile boolean asking;

  InactivityWatch(Duration timeout, Deliveries deliveries, Sight sight, Tools tools) {
    this.timer = new InactivityTimer(timeout, tools.clocks().nanos());
    this.deliveries = deliveries;
    this.sight = sight;
    this.tools = tools;
  }

  void start() {
    var unused = tools.timers().after(timer.remaining(tools.clocks().nanos()), this::look);
  }

  private void look() {
    long now = tools.clocks().nanos();
    timer.told(deliveries.lastTold());
    if (timer.isDue(now) && !asking && deliveries.hears(InactivityCheck.class)) {
      asking = true;
      ask(FIRST_PAUSE, null);
    }
    start();
  }

  private void ask(Duration pause, InactivityCheck.@Nullable Result told) {
    tools.threads().newThread(() -> check(pause, told)).start();
  }

  private void check(Duration pause, InactivityCheck.@Nullable Result told) {
    InactivityCheck.Result result = result();
    if (result != told) {
      deliveries.report(
          InactivityCheck.class, (node, seq, at) -> new InactivityCheck(node, seq, result, at));
    }
    if (result == InactivityCheck.Result.UNREACHABLE) {
      Duration doubled = pause.multipliedBy(2);
      Duration next = doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
      var unused = tools.timers().after(pause, () -> ask(next, result));
    } else {
      asking = false;
    }
  }

  private InactivityCheck.Result result() {
    try {
      boolean gone = isGroupMissing();
      // asking may be what made the engine look for another endpoint
      long now = sight.switches().getAsLong();
      boolean switched = now != switches;
      switches = now;
      if (gone) {
        return InactivityCheck.Result.GROUP_GONE;
      }
      return switched ? InactivityCheck.Result.ENGINE_SWITCHED : InactivityCheck.Result.OK;
    } catch (StoreException silent) {
      return InactivityCheck.Result.UNREACHABLE;
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return InactivityCheck.Result.UNREACHABLE;
    } catch (RuntimeException broken) {
      tools.scribe().write(() -> LOG.engineThrew(broken, "a list"));
      return InactivityCheck.Result.UNREACHABLE;
    }
  }

  private boolean isGroupMissing() throws StoreException, InterruptedException {
    Set<String> missing = new HashSet<>(sight.groups().get());
    for (StoredRecord found : sight.store().get().list()) {
      RecordKey key = found.key();
      if (key.kind() == RecordKind.GROUP) {
        missing.remove(key.name());
      }
    }
    return !missing.isEmpty();
  }
}
