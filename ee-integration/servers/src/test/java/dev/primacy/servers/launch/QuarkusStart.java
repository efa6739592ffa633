package dev.primacy.servers.launch;

import static org.awaitility.Awaitility.await;

import dev.primacy.engine.tck.FreePorts;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * What one start of a packaged Quarkus application took, from the start of its process to its first
 * answer.
 *
 * @param elapsed how long it was
 * @param cpu what the process had used of the processors by then
 * @param rssKiB what of it was in memory then
 */
public record QuarkusStart(Duration elapsed, Duration cpu, long rssKiB) {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration POLL = Duration.ofMillis(5);

  /**
   * Starts it, asks it, and ends it.
   *
   * @param application the directory that Quarkus made
   * @param log what it says
   * @param resource what is asked for
   * @param setting of its JVM
   */
  public static QuarkusStart of(Path application, Path log, String resource, String setting)
      throws IOException {
    int port = FreePorts.next();
    List<String> command =
        Stream.of(
                Stream.of(Jdks.own().resolve("bin/java").toString(), "-Xmx256m"),
                Stream.of("-Dquarkus.http.port=" + port, setting),
                Stream.of("-jar", application.resolve("quarkus-run.jar").toString()))
            .flatMap(words -> words)
            .toList();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://%s:%d/%s".formatted(Place.HOST, port, resource)))
            .build();
    HttpClient client = HttpClient.newHttpClient();
    long begin = System.nanoTime();
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
    OrphanWatch.over(process);
    try {
      await().atMost(PATIENCE).pollDelay(POLL).pollInterval(POLL).until(() -> ok(client, request));
      return measured(process, begin);
    } finally {
      process.destroyForcibly().onExit().join();
    }
  }

  private static boolean ok(HttpClient client, HttpRequest request) throws InterruptedException {
    try {
      return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  private static QuarkusStart measured(Process process, long begin) throws IOException {
    Duration elapsed = Duration.ofNanos(System.nanoTime() - begin);
    Duration cpu = process.toHandle().info().totalCpuDuration().orElseThrow();
    Path status = Path.of("/proc", Long.toString(process.pid()), "status");
    String rss =
        Files.readAllLines(status).stream()
            .filter(line -> line.startsWith("VmRSS:"))
            .findFirst()
            .orElseThrow();
    return new QuarkusStart(elapsed, cpu, Long.parseLong(rss.replaceAll("\\D", "")));
  }
}
