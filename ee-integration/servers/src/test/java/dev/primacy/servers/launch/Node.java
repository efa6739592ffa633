package dev.primacy.servers.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** One server of a cluster over all its starts: its process, its applications, its journal. */
public final class Node {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();
  private final Server server;
  private final Place place;
  private final Path journal;
  private final Path log;
  private ServerProcess process;

  Node(Server server, Place place, Path journal, Path log) {
    this.server = server;
    this.place = place;
    this.journal = journal;
    this.log = log;
  }

  /** The node's name. */
  public String name() {
    return place.name();
  }

  /** Where its output is. */
  public Path log() {
    return log;
  }

  void prepare() throws IOException {
    Files.createDirectories(place.directory());
    server.prepare(place);
  }

  /** Starts the server unless it runs; does not wait for it. */
  void start() throws IOException {
    if (!isAlive()) {
      process = ServerProcess.start(server.command(place), log);
    }
  }

  /** Whether its process has not ended. */
  public boolean isAlive() {
    return process != null && process.isAlive();
  }

  /** Gives the server an application; does not wait for it. */
  public void deploy(Path archive, String name) throws IOException {
    server.deploy(place, archive, name);
  }

  /** Takes an application away; does not wait for it. */
  public void undeploy(String name) throws IOException {
    server.undeploy(place, name);
  }

  /** Whether its settings kept an application from being deployed: it will not come. */
  boolean refused() {
    try {
      return Files.exists(log) && Files.readString(log).contains("PRIMACY-1001");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** SIGTERM. */
  public void terminate() {
    process.terminate();
  }

  /** Whether the process ends within this time. */
  public boolean ends(Duration within) throws InterruptedException {
    return process.ends(within);
  }

  /** SIGKILL. */
  public void kill() {
    if (process != null) {
      process.kill();
    }
  }

  /** SIGSTOP. */
  public void pause() throws IOException, InterruptedException {
    process.pause();
  }

  /** SIGCONT. */
  public void resume() throws IOException, InterruptedException {
    process.resume();
  }

  /** The names of the server's threads. */
  public List<String> threads() throws IOException, InterruptedException {
    return process.jcmd(place.program("jcmd")).threads();
  }

  /** What the server has after a full collection; an application is known by one of its classes. */
  public Footprint footprint(String applicationClass) throws IOException, InterruptedException {
    return process.jcmd(place.program("jcmd")).footprint(applicationClass);
  }

  /** Role and number of nodes, as an application sees them; empty text if it does not answer. */
  public String state(String application) {
    try {
      Answer answer = send(request(application, "node").GET());
      return answer.status() == 200 ? answer.body() : "";
    } catch (IOException notThere) {
      return "";
    }
  }

  /** Calls a resource of an application. */
  public Answer post(String application, String resource) throws IOException {
    return send(request(application, resource).POST(HttpRequest.BodyPublishers.noBody()));
  }

  /** Reads a resource of an application. */
  public Answer get(String application, String resource) throws IOException {
    return send(request(application, resource).GET());
  }

  /** Asks what is beside the resources, as somebody who has a token; an empty one is not sent. */
  public Answer ask(String application, String path, String token) throws IOException {
    URI address =
        URI.create("http://%s:%d/%s/%s".formatted(Place.HOST, place.http(), application, path));
    HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(PATIENCE);
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    return send(request.GET());
  }

  /** Asks the server whether its applications are ready. */
  public Answer readiness() throws IOException {
    String address = "http://%s:%d/health/ready".formatted(Place.HOST, server.healthPort(place));
    return send(HttpRequest.newBuilder(URI.create(address)).timeout(PATIENCE).GET());
  }

  private HttpRequest.Builder request(String application, String resource) {
    String address =
        "http://%s:%d/%s/api/%s".formatted(Place.HOST, place.http(), application, resource);
    return HttpRequest.newBuilder(URI.create(address)).timeout(PATIENCE);
  }

  private Answer send(HttpRequest.Builder request) throws IOException {
    try {
      return Answer.of(client.send(request.build(), HttpResponse.BodyHandlers.ofString()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** All of a kind that was noted since a moment, in order. */
  public List<Note> notes(String kind, long sinceNanos) {
    return notes().stream()
        .filter(note -> note.kind().equals(kind) && note.nanos() - sinceNanos > 0)
        .toList();
  }

  /** All of a kind that was ever noted, in order. */
  public List<Note> notes(String kind) {
    return notes().stream().filter(note -> note.kind().equals(kind)).toList();
  }

  private List<Note> notes() {
    if (!Files.exists(journal)) {
      return List.of();
    }
    try {
      String text = Files.readString(journal);
      // a line that is being written has no end yet
      return text.substring(0, text.lastIndexOf('\n') + 1).lines().map(Note::parse).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return name() + " (" + log + ")";
  }
}
