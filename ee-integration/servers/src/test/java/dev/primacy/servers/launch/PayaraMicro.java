package dev.primacy.servers.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Payara Micro: applications are named when it is started, and stay. */
public final class PayaraMicro implements Server {
  private static final String LISTENER =
      "configs.config.server-config.network-config.network-listeners.network-listener.http-listener";

  @Override
  public String title() {
    return "Payara Micro 6.2025.10";
  }

  @Override
  public Set<Ability> abilities() {
    return EnumSet.complementOf(EnumSet.of(Ability.UNDEPLOY, Ability.RUN_AT, Ability.MESSAGES));
  }

  @Override
  public Optional<Path> java() {
    return Optional.of(Jdks.own());
  }

  @Override
  public void prepare(Place place) throws IOException {
    Files.createDirectories(applications(place));
    Files.writeString(
        commands(place), "set " + LISTENER + ".address=" + Place.HOST + System.lineSeparator());
  }

  private static Path applications(Place place) {
    return place.directory().resolve("applications");
  }

  private static Path commands(Place place) {
    return place.directory().resolve("before-boot");
  }

  @Override
  public ProcessBuilder command(Place place) {
    int grid = place.port("grid");
    Stream<String> jvm =
        Stream.concat(
            Stream.of(place.java(), "-Xmx512m", "-Djava.net.preferIPv4Stack=true"),
            place.options());
    Stream<String> micro =
        Stream.of(
            "-jar",
            Home.all().resolve("payara/payara-micro.jar").toString(),
            "--deploymentDir",
            applications(place).toString(),
            "--rootDir",
            place.directory().resolve("root").toString(),
            "--prebootcommandfile",
            commands(place).toString(),
            "--port",
            Integer.toString(place.http()),
            "--disablephonehome",
            "--interfaces",
            Place.HOST,
            "--startPort",
            Integer.toString(grid),
            "--clustermode",
            "tcpip:" + Place.HOST + ":" + grid);
    return new ProcessBuilder(Stream.concat(jvm, micro).toList());
  }

  @Override
  public void deploy(Place place, Path archive, String name) throws IOException {
    Path file = applications(place).resolve(name + ".war");
    if (!Files.exists(file)) {
      Files.copy(archive, file);
    }
  }

  @Override
  public void undeploy(Place place, String name) {
    throw new UnsupportedOperationException(Ability.UNDEPLOY.absence());
  }
}
