package dev.primacy.benchmarks.compare.node;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The program of a contender's process. It asks the contender every millisecond whether it leads
 * and says each change on standard output:
 *
 * <ul>
 *   <li>{@code wall N}: its wall clock, in milliseconds, as it begins;
 *   <li>{@code starting T}: it begins to contend, the JVM runs already;
 *   <li>{@code leads T}: at <em>T</em> it was seen to lead, for the first time;
 *   <li>{@code follows T}: it leads no more, and at <em>T</em> it still did;
 *   <li>{@code settled T}: it leads, or knows who does;
 *   <li>{@code told T}: the library told the leader that it is over, where there is such a call;
 *   <li>{@code works T}: an operation was let in that takes a while, in answer to the line {@code
 *       work} with its milliseconds;
 *   <li>{@code count N}: the requests so far, in answer to the line {@code count}.
 * </ul>
 *
 * <p><em>T</em> is {@code System.nanoTime()}, which on Linux is CLOCK_MONOTONIC: one clock for all
 * processes of the machine. The process ends with its standard input, so none outlives whoever
 * started it, and on SIGTERM it stops the contender first, and then waits for its work.
 */
public final class ContenderProcess {
  private ContenderProcess() {}

  /**
   * Contends until it is told to stop, or killed.
   *
   * @param arguments a {@link Place}
   */
  public static void main(String[] arguments) throws Exception {
    Voice voice = new Voice(System.out);
    Place place = Place.parse(arguments);
    RequestCount count = new RequestCount();
    Application application = new Application(voice, place.listening());
    Contender contender = Libraries.contender(place, application, count);
    Watch watch = new Watch(contender, application, voice, log(place));
    Thread input = new Thread(new Commands(voice, count, watch), "commands");
    input.setDaemon(true);
    input.start();
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> stop(contender, application, voice), "stop"));
    voice.say("wall", System.currentTimeMillis());
    voice.say("starting");
    contender.start();
    // to ask ten thousand groups takes half a millisecond
    run(watch, TimeUnit.MILLISECONDS.toNanos(place.groups() == 1 ? 1 : 100));
  }

  private static Optional<OperationLog> log(Place place) throws IOException {
    @Nullable Path directory = place.operations();
    return directory == null
        ? Optional.empty()
        : Optional.of(OperationLog.open(directory, place.value(Place.NODE)));
  }

  private static void run(Watch watch, long beatNanos) {
    while (true) {
      watch.look();
      LockSupport.parkNanos(beatNanos);
    }
  }

  private static void stop(Contender contender, Application application, Voice voice) {
    voice.say("stopping");
    try {
      contender.stop();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Exception e) {
      e.printStackTrace(System.err);
    }
    application.finish();
    voice.say("stopped");
  }
}
