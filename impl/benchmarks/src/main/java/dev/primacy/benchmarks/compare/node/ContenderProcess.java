package dev.primacy.benchmarks.compare.node;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * The program of a contender's process. It asks the contender every millisecond whether it leads
 * and says each change on standard output:
 *
 * <ul>
 *   <li>{@code starting T}: it begins to contend, the JVM runs already;
 *   <li>{@code leads T}: at <em>T</em> it was seen to lead, for the first time;
 *   <li>{@code follows T}: it leads no more, and at <em>T</em> it still did;
 *   <li>{@code settled T}: it leads, or knows who does;
 *   <li>{@code told T}: the library told the leader that it is over, where there is such a call;
 *   <li>{@code count N}: the requests so far, in answer to the line {@code count}.
 * </ul>
 *
 * <p><em>T</em> is {@code System.nanoTime()}, which on Linux is CLOCK_MONOTONIC: one clock for all
 * processes of the machine. The process ends with its standard input, so none outlives whoever
 * started it, and on SIGTERM it stops the contender first.
 */
public final class ContenderProcess {
  private final Contender contender;
  private final Voice voice;
  private final long beatNanos;
  private boolean leads;
  private boolean settled;
  private long led;

  private ContenderProcess(Contender contender, Voice voice, long beatNanos) {
    this.contender = contender;
    this.voice = voice;
    this.beatNanos = beatNanos;
  }

  /**
   * Contends until it is told to stop, or killed.
   *
   * @param arguments a {@link Place}
   */
  public static void main(String[] arguments) throws Exception {
    Voice voice = new Voice(System.out);
    Place place = Place.parse(arguments);
    RequestCount count = new RequestCount();
    Contender contender = Libraries.contender(place, voice, count);
    Thread input = new Thread(() -> obey(voice, count), "commands");
    input.setDaemon(true);
    input.start();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(contender, voice), "stop"));
    voice.say("starting");
    contender.start();
    // to ask ten thousand groups takes half a millisecond
    long beat = TimeUnit.MILLISECONDS.toNanos(place.groups() == 1 ? 1 : 100);
    new ContenderProcess(contender, voice, beat).watch();
  }

  private static void obey(Voice voice, RequestCount count) {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.equals("count")) {
          voice.say("count", count.requests());
        }
      }
    } catch (IOException gone) {
      gone.printStackTrace(System.err);
    }
    // nobody listens any more, so there is nobody to hand over for
    Runtime.getRuntime().halt(1);
  }

  private static void stop(Contender contender, Voice voice) {
    voice.say("stopping");
    try {
      contender.stop();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Exception e) {
      e.printStackTrace(System.err);
    }
    voice.say("stopped");
  }

  private void watch() {
    while (true) {
      look();
      LockSupport.parkNanos(beatNanos);
    }
  }

  private void look() {
    long before = System.nanoTime();
    boolean now = contender.leads();
    if (now != leads) {
      leads = now;
      voice.say(now ? "leads" : "follows", now ? System.nanoTime() : led);
    }
    if (now) {
      led = before;
    }
    if (!settled && contender.isSettled()) {
      settled = true;
      voice.say("settled");
    }
  }
}
