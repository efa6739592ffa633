package dev.primacy.servers.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Collectors;

/** A domain for each node, which watches a directory for applications: GlassFish and its kin. */
abstract class Domain implements Server {
  static final String NAME = "domain1";
  private static final String CONFIGURATION = "config/domain.xml";
  private static final String OPTION = "<jvm-options>";

  /** Else a port waits for whoever wants messages, and on every address. */
  private static final String NO_BROKER =
      """
      <jms-service type="REMOTE" default-jms-host="none">
        <jms-host name="none" host="127.0.0.1" port="1"/>
      </jms-service>
      """;

  /** Where the server was unpacked. */
  abstract Path home();

  static Path domain(Place place) {
    return place.directory().resolve(NAME);
  }

  @Override
  public void prepare(Place place) throws IOException {
    Home.copy(home().resolve("glassfish/domains").resolve(NAME), domain(place));
    Path file = domain(place).resolve(CONFIGURATION);
    Files.writeString(file, adapted(local(Files.readString(file), place)));
    Files.createDirectories(autodeploy(place));
  }

  /** What one of the kin needs besides. */
  abstract String adapted(String xml);

  /** Loopback only, ports that are free, no shell, and the settings of the node. */
  private static String local(String xml, Place place) {
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

  private static Path autodeploy(Place place) {
    return domain(place).resolve("autodeploy");
  }

  /** Moved into place, since a scan may find half a file. */
  @Override
  public void deploy(Place place, Path archive, String name) throws IOException {
    Path file = autodeploy(place).resolve(name + ".war");
    if (!Files.exists(file)) {
      Path whole = Files.copy(archive, domain(place).resolve(name + ".copy"));
      Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
    }
  }

  @Override
  public void undeploy(Place place, String name) throws IOException {
    Files.delete(autodeploy(place).resolve(name + ".war"));
  }
}
