package dev.primacy.servers.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** GlassFish, Jakarta EE 11: a domain for each node, which watches a directory for applications. */
public final class GlassFish implements Server {
  private static final int JAVA = 21;
  private static final String DOMAIN = "domain1";
  private static final String CONFIGURATION = "config/domain.xml";
  private static final String OPTION = "<jvm-options>";

  /** Else a port waits for whoever wants messages, and on every address. */
  private static final String NO_BROKER =
      """
      <jms-service type="REMOTE" default-jms-host="none">
        <jms-host name="none" host="127.0.0.1" port="1"/>
      </jms-service>
      """;

  @Override
  public String title() {
    return "GlassFish 8.0.0";
  }

  @Override
  public Set<Ability> abilities() {
    return EnumSet.of(Ability.UNDEPLOY, Ability.RUN_AT);
  }

  @Override
  public Optional<Path> java() {
    return Jdks.atLeast(JAVA);
  }

  private static Path home() {
    return Home.of("glassfish", "bin/startserv");
  }

  private static Path domain(Place place) {
    return place.directory().resolve(DOMAIN);
  }

  @Override
  public void prepare(Place place) throws IOException {
    Home.copy(home().resolve("glassfish/domains").resolve(DOMAIN), domain(place));
    Path file = domain(place).resolve(CONFIGURATION);
    Files.writeString(file, adapted(Files.readString(file), place));
    Path script = home().resolve("bin/startserv");
    if (!script.toFile().setExecutable(true)) {
      throw new IOException("cannot be made executable: " + script);
    }
  }

  /** Loopback only, ports that are free, no shell, and the settings of the node. */
  private static String adapted(String xml, Place place) {
    String text = Home.replace(xml, "address=\"0.0.0.0\"", "address=\"" + Place.HOST + "\"");
    text =
        Home.replace(
            text, "<network-listener port", "<network-listener address=\"127.0.0.1\" port");
    text = Home.replace(text, "org.apache.felix.shell.remote,", "");
    for (String port : List.of("8181", "4848", "3700", "3820", "3920", "8686")) {
      text = Home.replace(text, "port=\"" + port + "\"", "port=\"" + place.port(port) + "\"");
    }
    text = Home.replace(text, "port=\"8080\"", "port=\"" + place.http() + "\"");
    // the first is that of the server, the second a template for others
    text = text.replaceFirst("<java-config", NO_BROKER + "<java-config");
    String options =
        place
            .options()
            .map(option -> OPTION + option + "</jvm-options>\n")
            .collect(Collectors.joining());
    int first = text.indexOf(OPTION);
    return text.substring(0, first) + options + text.substring(first);
  }

  /** The script asks the domain for its command, and becomes it. */
  @Override
  public ProcessBuilder command(Place place) {
    ProcessBuilder command =
        new ProcessBuilder(
            home().resolve("bin/startserv").toString(),
            "--domaindir",
            place.directory().toString(),
            DOMAIN);
    command.environment().put("AS_JAVA", place.javaHome().toString());
    return command;
  }

  /** Moved into place, since a scan may find half a file. */
  @Override
  public void deploy(Place place, Path archive, String name) throws IOException {
    Path directory = domain(place).resolve("autodeploy");
    Path file = directory.resolve(name + ".war");
    if (!Files.exists(file)) {
      Path whole = Files.copy(archive, domain(place).resolve(name + ".copy"));
      Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
    }
  }

  @Override
  public void undeploy(Place place, String name) throws IOException {
    Files.delete(domain(place).resolve("autodeploy").resolve(name + ".war"));
  }
}
