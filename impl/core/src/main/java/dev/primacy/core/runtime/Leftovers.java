package dev.primacy.core.runtime;

import dev.primacy.FencingToken;
import dev.primacy.core.elector.Timing;
import dev.primacy.core.gate.CallUnderWay;
import dev.primacy.core.gate.CallsUnderWay;
import dev.primacy.core.gate.Clocks;
import dev.primacy.core.gate.Gate;
import dev.primacy.core.settings.SettingText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * What becomes of the calls that a drain did not wait for: they are named, and interrupted if that
 * is configured. On a thread of their own, since looking at threads takes time and an interrupt may
 * close what a call is blocked on.
 */
final class Leftovers {
  private static final int MOST_NAMED = 20;

  private final CallsUnderWay calls;
  private final Clocks clocks;
  private final Timing timing;
  private final boolean interrupts;
  private final ThreadFactory threads;

  Leftovers(
      CallsUnderWay calls,
      Clocks clocks,
      Timing timing,
      boolean interrupts,
      ThreadFactory threads) {
    this.calls = calls;
    this.clocks = clocks;
    this.timing = timing;
    this.interrupts = interrupts;
    this.threads = threads;
  }

  /** Calls whose request is gone need not be waited for. */
  void sweep() {
    calls.sweep();
  }

  /** Has a report hear of the calls under way, of which there are so many, one a line. */
  void tell(Gate gate, FencingToken token, long count, Consumer<String> report) {
    threads.newThread(() -> report.accept(lines(gate, token, count))).start();
  }

  private String lines(Gate gate, FencingToken token, long count) {
    List<CallUnderWay> known = longestFirst(gate, token);
    Set<String> told = interrupts ? Set.copyOf(calls.interrupt(gate, token)) : Set.of();
    List<String> lines = new ArrayList<>();
    known.stream().limit(MOST_NAMED).forEach(call -> lines.add(line(call, told)));
    long unnamed = count - lines.size();
    if (unnamed > 0) {
      lines.add(known.isEmpty() ? "nothing else is known of them" : "and " + unnamed + " more");
    }
    String newLine = System.lineSeparator() + "  ";
    return newLine + String.join(newLine, lines);
  }

  private List<CallUnderWay> longestFirst(Gate gate, FencingToken token) {
    long now = clocks.nanos();
    return calls.of(gate, token).stream()
        .sorted(Comparator.comparingLong(call -> call.admission().nanosDeadline() - now))
        .toList();
  }

  private String line(CallUnderWay call, Set<String> told) {
    String thread = call.thread().map(name -> " on thread " + name).orElse("");
    String interrupted = call.thread().filter(told::contains).map(n -> ", interrupted").orElse("");
    return call.method() + " for about " + SettingText.show(age(call)) + thread + interrupted;
  }

  /**
   * No call reads a clock to be counted. What it was let in by tells when the lease was renewed
   * last before it, so this is too long by one renewal at most.
   */
  private Duration age(CallUnderWay call) {
    Duration lease = timing.lease();
    long usable = lease.toNanos() - Timing.marginNanos(lease, timing.drift());
    long renewed = call.admission().nanosDeadline() - usable;
    return Duration.ofSeconds(TimeUnit.NANOSECONDS.toSeconds(clocks.nanos() - renewed));
  }
}
