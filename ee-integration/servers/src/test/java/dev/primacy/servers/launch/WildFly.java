package dev.primacy.servers.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * WildFly in its full profile, one base directory for each node. Started as its own script does it,
 * without the script.
 */
public final class WildFly implements Server {
  private static final String CONFIGURATION = "standalone-full.xml";
  private static final String ALL = "=ALL-UNNAMED";

  private static final List<String> JVM =
      List.of(
          "-Xms64m",
          "-Xmx512m",
          "-XX:MaxMetaspaceSize=256m",
          "-Djava.net.preferIPv4Stack=true",
          "-Djava.awt.headless=true",
          "-Djboss.modules.system.pkgs=org.jboss.byteman");

  /** In the server, though not in its full profile. */
  private static final String HEALTH = "org.wildfly.extension.microprofile.health-smallrye";

  private static final String HEALTH_SUBSYSTEM =
      "<subsystem xmlns=\"urn:wildfly:microprofile-health-smallrye:3.0\""
          + " security-enabled=\"false\"/>";

  /** The packages the server's script opens to itself. */
  private static final List<String> EXPORTS =
      List.of(
          "java.desktop/sun.awt",
          "java.naming/com.sun.jndi.ldap",
          "java.naming/com.sun.jndi.url.ldap",
          "java.naming/com.sun.jndi.url.ldaps",
          "jdk.naming.dns/com.sun.jndi.dns");

  private static final List<String> OPENS =
      List.of(
          "java.base/java.lang",
          "java.base/java.lang.invoke",
          "java.base/java.lang.reflect",
          "java.base/java.io",
          "java.base/java.net",
          "java.base/java.security",
          "java.base/java.util",
          "java.base/java.util.concurrent",
          "java.management/javax.management",
          "java.naming/javax.naming");

  @Override
  public String title() {
    return "WildFly 39.0.1.Final";
  }

  @Override
  public Set<Ability> abilities() {
    return EnumSet.complementOf(EnumSet.of(Ability.RUN_AT));
  }

  @Override
  public Optional<Path> java() {
    return Optional.of(Jdks.own());
  }

  private static Path home() {
    return Home.of("wildfly", "jboss-modules.jar");
  }

  @Override
  public void prepare(Place place) throws IOException {
    Files.createDirectories(place.directory().resolve("deployments"));
    Path configuration = place.directory().resolve("configuration");
    Home.copy(home().resolve("standalone/configuration"), configuration);
    Path file = configuration.resolve(CONFIGURATION);
    Files.writeString(file, adapted(Files.readString(file), place));
  }

  /**
   * A scanner that looks often, ports that are free, MicroProfile Health, and messages that come
   * again after a while and for ever: by default the tenth refused delivery, a moment after the
   * first, is the last.
   */
  private static String adapted(String xml, Place place) {
    String scanned = Home.replace(xml, "scan-interval=\"5000\"", "scan-interval=\"500\"");
    String placed = Home.replace(scanned, "port=\"3528\"", "port=\"" + place.port("iiop") + "\"");
    String healthy =
        Home.replace(
            placed, "</extensions>", "<extension module=\"" + HEALTH + "\"/></extensions>");
    String told = Home.replace(healthy, "<profile>", "<profile>" + HEALTH_SUBSYSTEM);
    return Home.replace(told, "port=\"3529\"", "port=\"" + place.port("iiop-ssl") + "\"")
        .replace(
            "<address-setting name=\"#\"",
            "<address-setting name=\"#\" redelivery-delay=\"500\" max-delivery-attempts=\"-1\"");
  }

  @Override
  public ProcessBuilder command(Place place) {
    Stream<String> jvm =
        Stream.of(
                Stream.of(place.java()),
                JVM.stream(),
                EXPORTS.stream().map(name -> "--add-exports=" + name + ALL),
                OPENS.stream().map(name -> "--add-opens=" + name + ALL),
                place.options(),
                logging(place))
            .flatMap(words -> words);
    return new ProcessBuilder(Stream.concat(jvm, server(place)).toList());
  }

  private static Stream<String> logging(Place place) {
    return Stream.of(
        "-Dorg.jboss.boot.log.file=" + place.directory().resolve("log/server.log"),
        "-Dlogging.configuration=file:"
            + place.directory().resolve("configuration/logging.properties"));
  }

  private static Stream<String> server(Place place) {
    return Stream.of(
        "-jar",
        home().resolve("jboss-modules.jar").toString(),
        "-mp",
        home().resolve("modules").toString(),
        "org.jboss.as.standalone",
        "-Djboss.home.dir=" + home(),
        "-Djboss.server.base.dir=" + place.directory(),
        "-Djboss.node.name=" + place.name(),
        "-c",
        CONFIGURATION,
        "-b",
        Place.HOST,
        "-bmanagement",
        Place.HOST,
        "-Djboss.http.port=" + place.http(),
        "-Djboss.https.port=" + place.port("https"),
        "-Djboss.management.http.port=" + place.port("management"));
  }

  @Override
  public int healthPort(Place place) {
    return place.port("management");
  }

  /** The marker says that the archive is complete. */
  @Override
  public void deploy(Place place, Path archive, String name) throws IOException {
    Path deployments = place.directory().resolve("deployments");
    Path file = deployments.resolve(name + ".war");
    if (!Files.exists(file) || Files.mismatch(archive, file) >= 0) {
      Files.copy(archive, file, StandardCopyOption.REPLACE_EXISTING);
    }
    if (!Files.exists(deployments.resolve(name + ".war.deployed"))) {
      Files.writeString(deployments.resolve(name + ".war.dodeploy"), "");
    }
  }

  @Override
  public void undeploy(Place place, String name) throws IOException {
    Files.delete(place.directory().resolve("deployments").resolve(name + ".war.deployed"));
  }
}
