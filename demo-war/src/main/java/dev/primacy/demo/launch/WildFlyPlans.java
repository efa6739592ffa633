package dev.primacy.demo.launch;

import dev.primacy.demo.DemoMessages;
import dev.primacy.demo.ZooKeeperNoise;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * WildFly servers: one unpacked home, one base directory each, the WAR in each. The server is
 * started as its own script does it, without the script: a signal has to reach the Java process.
 */
final class WildFlyPlans extends Plans {
  private static final String CONTEXT = "/primacy-demo/";
  private static final String EXPORTED = "=ALL-UNNAMED";

  private static final List<String> JVM =
      List.of(
          "-Xms64m",
          "-Xmx512m",
          "-XX:MaxMetaspaceSize=256m",
          "-Djava.net.preferIPv4Stack=true",
          "-Djava.awt.headless=true",
          "-Djboss.modules.system.pkgs=org.jboss.byteman");

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

  private final Path war;
  private final Path work;

  WildFlyPlans(LaunchOptions options) {
    super(options);
    this.war = options.target().resolve("primacy-demo.war");
    this.work = options.target().resolve("demo-wildfly");
  }

  @Override
  void prepare() {
    if (!Files.exists(war)) {
      throw new LaunchException(DemoMessages.TEXT.notBuilt(war));
    }
    Directories.empty(work);
    for (int index = 0; index < LaunchOptions.NODES; index++) {
      prepare(base(index));
    }
  }

  private void prepare(Path base) {
    try {
      Files.createDirectories(base.resolve("deployments"));
      Files.createDirectories(base.resolve("log"));
      Directories.copy(home().resolve("standalone/configuration"), base.resolve("configuration"));
      Files.copy(war, base.resolve("deployments/primacy-demo.war"));
      quieten(base.resolve("configuration/standalone.xml"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void quieten(Path configuration) throws IOException {
    StringBuilder quiet = new StringBuilder(logger(ZooKeeperNoise.ERRORS_ONLY, "ERROR"));
    ZooKeeperNoise.SILENT.forEach(category -> quiet.append(logger(category, "OFF")));
    String text = Files.readString(configuration);
    Files.writeString(configuration, text.replace("<root-logger>", quiet + "<root-logger>"));
  }

  private static String logger(String category, String level) {
    return "<logger category=\"%s\"><level name=\"%s\"/></logger>\n".formatted(category, level);
  }

  private Path home() {
    try (Stream<Path> unpacked = Files.list(options.target().resolve("wildfly"))) {
      return unpacked
          .filter(path -> Files.exists(path.resolve("jboss-modules.jar")))
          .findFirst()
          .orElseThrow(() -> new LaunchException(DemoMessages.TEXT.notBuilt(options.target())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path base(int index) {
    return work.resolve(name(index));
  }

  @Override
  NodePlan plan(int index) {
    List<String> command = command(index);
    Map<Integer, String> ports = ports(index);
    ports.put(options.http(index) + 1, "HTTPS");
    ports.put(options.http(index) + 2, "management");
    return new NodePlan(
        name(index),
        URI.create(url(index)),
        command,
        line(command.stream()),
        ports,
        NodePlan.Output.FILTERED);
  }

  private List<String> command(int index) {
    Path base = base(index);
    Stream<String> jvm =
        Stream.of(
                Stream.of(java()),
                JVM.stream(),
                EXPORTS.stream().map(name -> "--add-exports=" + name + EXPORTED),
                OPENS.stream().map(name -> "--add-opens=" + name + EXPORTED),
                settings(index),
                Stream.of(
                    "-Dorg.jboss.boot.log.file=" + base.resolve("log/server.log"),
                    "-Dlogging.configuration=file:"
                        + base.resolve("configuration/logging.properties")))
            .flatMap(words -> words);
    return Stream.concat(jvm, server(index)).toList();
  }

  private Stream<String> server(int index) {
    int http = options.http(index);
    return Stream.of(
        "-jar",
        home().resolve("jboss-modules.jar").toString(),
        "-mp",
        home().resolve("modules").toString(),
        "org.jboss.as.standalone",
        "-Djboss.home.dir=" + home(),
        "-Djboss.server.base.dir=" + base(index),
        "-b",
        NodePlan.HOST,
        "-bmanagement",
        NodePlan.HOST,
        "-Djboss.http.port=" + http,
        "-Djboss.https.port=" + (http + 1),
        "-Djboss.management.http.port=" + (http + 2));
  }

  private Stream<String> settings(int index) {
    Stream<String> own =
        Stream.of(
            "primacy.group=demo",
            "primacy.engine=zookeeper",
            "primacy.node.name=" + name(index),
            "primacy.node.url=" + url(index),
            "primacy.zookeeper.peers=" + options.peers(),
            "primacy.zookeeper.self=" + NodePlan.HOST + ":" + options.cluster(index),
            "primacy.zookeeper.bind=" + NodePlan.HOST,
            "primacy.zookeeper.data=" + base(index).resolve("zookeeper"),
            "demo.node=" + name(index),
            "demo.nodes=" + urls(),
            "demo.counter=" + work.resolve("counter"));
    Stream<String> given =
        options.settings().entrySet().stream()
            .map(setting -> setting.getKey() + "=" + setting.getValue());
    return Stream.concat(own, given).map("-D"::concat);
  }

  @Override
  String url(int index) {
    return "http://" + NodePlan.HOST + ":" + options.http(index) + CONTEXT;
  }

  @Override
  long primaryWithinSeconds() {
    return 240;
  }
}
