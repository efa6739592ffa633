package dev.primacy.servers.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Open Liberty: a user directory for each node, which watches a directory for applications. */
public final class OpenLiberty implements Server {
  private static final String CONFIGURATION =
      """
      <server>
        <featureManager>
          <feature>webProfile-10.0</feature>
          <feature>concurrent-3.0</feature>
          <feature>mpConfig-3.1</feature>
          <feature>mpHealth-4.0</feature>
        </featureManager>
        <httpEndpoint id="defaultHttpEndpoint" host="%s" httpPort="%d" httpsPort="-1"/>
        <applicationMonitor pollingRate="500ms" dropins="dropins" dropinsEnabled="true"/>
      </server>
      """;

  @Override
  public String title() {
    return "Open Liberty 26.0.0.3";
  }

  @Override
  public Set<Ability> abilities() {
    return EnumSet.complementOf(EnumSet.of(Ability.RUN_AT, Ability.MESSAGES));
  }

  @Override
  public Optional<Path> java() {
    return Optional.of(Jdks.own());
  }

  private static Path home() {
    return Home.of("liberty", "bin/tools/ws-server.jar");
  }

  private static Path server(Place place) {
    return place.directory().resolve("servers").resolve(place.name());
  }

  @Override
  public void prepare(Place place) throws IOException {
    Files.createDirectories(server(place).resolve("dropins"));
    Files.writeString(
        server(place).resolve("server.xml"), CONFIGURATION.formatted(Place.HOST, place.http()));
  }

  /** With the packages that its own script opens, in the file that it reads for that. */
  @Override
  public ProcessBuilder command(Place place) {
    Path tools = home().resolve("bin/tools");
    Stream<String> jvm =
        Stream.concat(
            Stream.of(
                place.java(),
                "@" + home().resolve("lib/platform/java/java9.options"),
                "-Xmx512m",
                "-Djava.net.preferIPv4Stack=true"),
            place.options());
    Stream<String> server =
        Stream.of(
            "-javaagent:" + tools.resolve("ws-javaagent.jar"),
            "-jar",
            tools.resolve("ws-server.jar").toString(),
            place.name());
    ProcessBuilder command = new ProcessBuilder(Stream.concat(jvm, server).toList());
    command.environment().put("WLP_USER_DIR", place.directory().toString());
    command.directory(server(place).toFile());
    return command;
  }

  @Override
  public void deploy(Place place, Path archive, String name) throws IOException {
    Path file = server(place).resolve("dropins").resolve(name + ".war");
    if (!Files.exists(file)) {
      Path whole = Files.copy(archive, server(place).resolve(name + ".copy"));
      Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
    }
  }

  @Override
  public void undeploy(Place place, String name) throws IOException {
    Files.delete(server(place).resolve("dropins").resolve(name + ".war"));
  }
}
