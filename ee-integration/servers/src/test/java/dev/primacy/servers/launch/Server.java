package dev.primacy.servers.launch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/** A product that applications run on. It knows how it is set up; it holds nothing. */
public interface Server {

  /** Name and version. */
  String title();

  /** What it can do. */
  Set<Ability> abilities();

  /** The Java home it runs on; empty if there is none that fits. */
  Optional<Path> java();

  /** Makes what one node of it needs in its directory. */
  void prepare(Place place) throws IOException;

  /**
   * How many copies of an application with REST resources it keeps for each redeployment, whatever
   * else is in it: none, unless it has a leak of its own.
   */
  default int leak() {
    return 0;
  }

  /** The port at which it tells its health, if it does. */
  default int healthPort(Place place) {
    return place.http();
  }

  /**
   * What starts it: a Java process, or a script that becomes one, so that a signal reaches it and
   * its number is the one to look for.
   */
  ProcessBuilder command(Place place) throws IOException;

  /** Gives it an application, whether it runs or is about to be started; returns at once. */
  void deploy(Place place, Path archive, String name) throws IOException;

  /** Takes an application away while it runs; returns at once. */
  void undeploy(Place place, String name) throws IOException;
}
