package dev.primacy.demo;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A light node in a process of its own, as a person would start it. */
final class NodeProcess implements AutoCloseable {
  private static final Path JAR = Path.of(System.getProperty("demo.node.jar"));
  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .build();

  private final String name;
  private final int http;
  private final Path log;
  private final Process process;

  private NodeProcess(String name, int http, Path log, Process process) {
    this.name = name;
    this.http = http;
    this.log = log;
    this.process = process;
  }

  static NodeProcess start(String name, int http, Path work, List<String> more) {
    Stream<String> command =
        Stream.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-jar",
            JAR.toString(),
            "--name",
            name,
            "--http",
            Integer.toString(http),
            "--data",
            work.toString(),
            "--stop-on-eof");
    Path log = work.resolve(name + ".log");
    try {
      Files.createDirectories(work);
      Process process =
          new ProcessBuilder(Stream.concat(command, more.stream()).toList())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
              .start();
      return new NodeProcess(name, http, log, process);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String name() {
    return name;
  }

  long pid() {
    return process.pid();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** What it printed. */
  String output() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  HttpResponse<String> get(String path) {
    return send(request(path).GET());
  }

  HttpResponse<String> post(String path, String body, String... headers) {
    HttpRequest.Builder request =
        request(path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return send(request);
  }

  /** The status, whenever it comes. */
  CompletableFuture<Integer> postLater(String path, String body) {
    HttpRequest request =
        request(path)
            .timeout(Duration.ofMinutes(2))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return CLIENT
        .sendAsync(request, HttpResponse.BodyHandlers.ofString())
        .thenApply(HttpResponse::statusCode);
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + http + path))
        .timeout(Duration.ofSeconds(10));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  static JsonObject json(HttpResponse<String> answer) {
    return Json.PROVIDER.createReader(new StringReader(answer.body())).readObject();
  }

  /** Its role in its own words; empty while it does not answer. */
  String role() {
    try {
      HttpResponse<String> answer = get("/role");
      return answer.statusCode() == 200 ? json(answer).getString("role") : "";
    } catch (UncheckedIOException e) {
      return "";
    }
  }

  boolean isPrimary() {
    return role().equals("PRIMARY");
  }

  long token() {
    return json(get("/role")).getJsonNumber("token").longValue();
  }

  /** The role changes it told, in order. */
  List<JsonObject> events() {
    return json(get("/events?since=0")).getJsonArray("events").getValuesAs(JsonObject.class);
  }

  /** Stops or wakes the whole process, as a long pause of its machine would. */
  void signal(String signal) {
    try {
      Process kill = new ProcessBuilder("kill", "-" + signal, Long.toString(pid())).start();
      assertThat(kill.waitFor()).isZero();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  void kill() {
    process.destroyForcibly();
    awaitExit();
  }

  /** SIGTERM; the exit code. */
  int terminate() {
    process.toHandle().destroy(); // Process.destroy would end its standard input as well
    return awaitExit();
  }

  private int awaitExit() {
    try {
      assertThat(process.waitFor(20, TimeUnit.SECONDS)).as("%s has ended", name).isTrue();
      return process.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  @Override
  public String toString() {
    return Map.of("node", name, "pid", pid(), "output", output()).toString();
  }
}
