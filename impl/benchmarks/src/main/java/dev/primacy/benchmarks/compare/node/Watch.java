package dev.primacy.benchmarks.compare.node;

import dev.primacy.benchmarks.compare.Pause;
import java.time.Duration;
import java.util.Optional;

/** Asks a contender whether it leads, says each change, and keeps each operation it let in. */
final class Watch {
  private final Contender contender;
  private final Application application;
  private final Voice voice;
  private final Optional<OperationLog> log;
  private volatile long tenure; // written by the one thread that looks

  // of that thread only
  private boolean leads;
  private boolean settled;
  private long led;

  Watch(Contender contender, Application application, Voice voice, Optional<OperationLog> log) {
    this.contender = contender;
    this.application = application;
    this.voice = voice;
    this.log = log;
  }

  /** Asks once; if it leads, that is an operation which takes no time. */
  void look() {
    long asked = System.nanoTime();
    boolean now = contender.leads();
    long answered = System.nanoTime();
    if (now != leads) {
      changed(now, answered);
    }
    if (now) {
      led = asked;
      keep(new Operation(asked, answered, asked, tenure));
    }
    if (!settled && contender.isSettled()) {
      settled = true;
      voice.say("settled");
    }
  }

  @SuppressWarnings("NonAtomicVolatileUpdate") // one thread writes
  private void changed(boolean now, long answered) {
    leads = now;
    if (now) {
      tenure++;
    }
    voice.say(now ? "leads" : "follows", now ? answered : led);
  }

  /** An operation that takes a while, if it is let in. */
  void work(Duration time) {
    long asked = System.nanoTime();
    application.work(() -> contender.run(() -> working(asked, time)));
  }

  private void working(long asked, Duration time) {
    long admitted = System.nanoTime();
    long under = tenure;
    voice.say("works", admitted);
    try {
      Pause.of(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    keep(new Operation(asked, admitted, System.nanoTime(), under));
  }

  private void keep(Operation operation) {
    if (log.isPresent()) {
      log.get().add(operation);
    }
  }
}
