package dev.primacy.servers.launch;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Payara Server, without the data grid that it would open to all its neighbours. */
public final class PayaraServer extends Domain {
  private static final String GRID = "<hazelcast-config-specific-configuration>";
  private static final String PASSWORD = "AS_ADMIN_MASTERPASSWORD=changeit\n";
  private static final Duration ANSWER = Duration.ofMinutes(1);

  @Override
  public String title() {
    return "Payara Server 6.2025.9";
  }

  @Override
  public Set<Ability> abilities() {
    return EnumSet.complementOf(EnumSet.of(Ability.RUN_AT, Ability.MESSAGES));
  }

  @Override
  public Optional<Path> java() {
    return Optional.of(Jdks.own());
  }

  @Override
  Path home() {
    return Home.of("payara-server", "glassfish/lib/client/appserver-cli.jar");
  }

  @Override
  String adapted(String xml) {
    return Home.replace(xml, GRID, GRID.replace(">", " enabled=\"false\">"));
  }

  /**
   * The server's own launcher tells its command, and would stay beside it to read its output. The
   * password of the domain's key store comes by standard input.
   */
  @Override
  public ProcessBuilder command(Place place) throws IOException {
    Path input = place.directory().resolve("input");
    Files.writeString(input, PASSWORD);
    List<String> command = told(place).lines().skip(1).takeWhile(line -> !line.isBlank()).toList();
    return new ProcessBuilder(command).redirectInput(input.toFile());
  }

  private String told(Place place) throws IOException {
    String launcher = home().resolve("glassfish/lib/client/appserver-cli.jar").toString();
    try {
      return Jcmd.output(
          List.of(
              place.java(),
              "-jar",
              launcher,
              "start-domain",
              "--dry-run",
              "--domaindir",
              place.directory().toString(),
              NAME),
          ANSWER);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException(e.getMessage());
    }
  }
}
