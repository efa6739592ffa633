package dev.primacy.servers.launch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** GlassFish, Jakarta EE 11. */
public final class GlassFish extends Domain {
  private static final int JAVA = 21;

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

  @Override
  Path home() {
    return Home.of("glassfish", "bin/startserv");
  }

  @Override
  public void prepare(Place place) throws IOException {
    super.prepare(place);
    Path script = home().resolve("bin/startserv");
    if (!script.toFile().setExecutable(true)) {
      throw new IOException("cannot be made executable: " + script);
    }
  }

  /** The first is that of the server, the second a template for others. */
  @Override
  String adapted(String xml) {
    return xml.replaceFirst("<java-config", NO_BROKER + "<java-config");
  }

  /** The script asks the domain for its command, and becomes it. */
  @Override
  public ProcessBuilder command(Place place) {
    ProcessBuilder command =
        new ProcessBuilder(
            home().resolve("bin/startserv").toString(),
            "--domaindir",
            place.directory().toString(),
            NAME);
    command.environment().put("AS_JAVA", place.javaHome().toString());
    return command;
  }
}
