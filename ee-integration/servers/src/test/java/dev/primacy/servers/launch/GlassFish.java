package dev.primacy.servers.launch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** GlassFish, Jakarta EE 11. */
public final class GlassFish extends Domain {
  private static final int JAVA = 21;

  @Override
  public String title() {
    return "GlassFish 8.0.0";
  }

  @Override
  public Set<Ability> abilities() {
    return EnumSet.complementOf(EnumSet.of(Ability.MESSAGES));
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

  /** Jersey's injection manager stays with the thread that deploys: also of a bare resource. */
  @Override
  public int leak() {
    return 1;
  }

  /** Room for what it keeps. */
  @Override
  String adapted(String xml) {
    return Home.replace(xml, "-Xmx512m", "-Xmx1536m");
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
