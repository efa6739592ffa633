package dev.primacy.core.runtime;

import static dev.primacy.core.CoreLog.LOG;

import dev.primacy.core.settings.SettingText;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;

/** The watches that go on, their threads, and how all of them end. Any thread. */
final class OpenWatches {
  private static final int LOOKS_PER_STALL = 4;

  private final WatchTools tools;
  private final Set<Mailbox> mailboxes = ConcurrentHashMap.newKeySet();
  private final Set<CallSeat> seats = ConcurrentHashMap.newKeySet();
  private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean looking = new AtomicBoolean();
  private volatile boolean over;

  OpenWatches(WatchTools tools) {
    this.tools = tools;
  }

  /** Whoever is added after the end has ended. */
  void add(Mailbox mailbox) {
    mailboxes.add(mailbox);
    if (over) {
      end(mailbox);
    }
  }

  /** It is told nothing more. */
  void remove(Mailbox mailbox) {
    mailboxes.remove(mailbox);
    if (!over) {
      tools.source().remove(mailbox);
    }
  }

  /** Begins a life of a mailbox: it is opened unless all is over. */
  long begin(Mailbox mailbox) {
    long life = mailbox.begin();
    if (mailbox.end() == null) {
      tools.source().add(mailbox, life);
    }
    return life;
  }

  // ---- threads

  /** Runs a watch on a thread of its own. */
  void start(String watch, Runnable work) {
    Thread thread =
        tools
            .threads()
            .apply("watch-" + SettingText.fit(watch))
            .newThread(
                () -> {
                  try {
                    work.run();
                  } finally {
                    threads.remove(Thread.currentThread());
                  }
                });
    threads.add(thread);
    thread.start();
  }

  // ---- calls that take too long

  void add(CallSeat seat) {
    seats.add(seat);
    lookLater();
  }

  void remove(CallSeat seat) {
    seat.leave();
    seats.remove(seat);
  }

  private void lookLater() {
    if (!seats.isEmpty() && looking.compareAndSet(false, true)) {
      var unused = tools.later(tools.stall().dividedBy(LOOKS_PER_STALL), this::look);
    }
  }

  private void look() {
    looking.set(false);
    for (CallSeat seat : seats) {
      seat.stalled(tools.stall()).ifPresent(call -> tools.stalled(seat, call));
    }
    lookLater();
  }

  // ---- the end

  /** Ends all watches, and those to come; waits for nobody. */
  void end() {
    over = true;
    mailboxes.forEach(OpenWatches::end);
  }

  private static void end(Mailbox mailbox) {
    String watch = mailbox.name();
    mailbox.end(mailbox.isOpen() ? WatchEnds.stopped(watch) : WatchEnds.ofNothing(watch));
  }

  /** Waits for calls under way, but for the one that this is called from. */
  void awaitEnd(Duration patience) throws InterruptedException {
    long began = tools.clocks().nanos();
    for (Thread thread : threads) {
      long left = patience.toNanos() - (tools.clocks().nanos() - began);
      if (left > 0 && !isThis(thread)) {
        TimeUnit.NANOSECONDS.timedJoin(thread, left);
      }
    }
    String stuck =
        threads.stream()
            .filter(thread -> !isThis(thread) && thread.isAlive())
            .map(Thread::getName)
            .sorted()
            .collect(Collectors.joining(", "));
    if (!stuck.isEmpty()) {
      tools.scribe().write(() -> LOG.followersStuck(stuck, SettingText.show(patience)));
    }
  }

  private static boolean isThis(Thread thread) {
    return thread.equals(Thread.currentThread());
  }
}
