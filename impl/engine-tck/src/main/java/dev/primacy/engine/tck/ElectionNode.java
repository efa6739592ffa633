package dev.primacy.engine.tck;

import dev.primacy.FencingToken;
import dev.primacy.Membership;
import dev.primacy.core.gate.Gate;
import dev.primacy.core.runtime.PrimacyRuntime;
import dev.primacy.core.runtime.PrimacyRuntimes;
import dev.primacy.core.runtime.RuntimeSetup;
import dev.primacy.core.settings.MapSettings;
import dev.primacy.spi.Engine;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** One node of an election: the runtime of an application, within this JVM. */
final class ElectionNode {
  private final String name;
  private final String id;
  private final Link link = new Link();
  private final PrimacyRuntime runtime;
  private volatile boolean gone;

  /**
   * Makes a node, not started.
   *
   * @param id tells starts of one name apart
   */
  ElectionNode(String name, String id, Engine engine, Map<String, String> settings) {
    this.name = name;
    this.id = id;
    runtime =
        PrimacyRuntimes.create(
            RuntimeSetup.of(id)
                .withSource(new MapSettings(settings))
                .withEngines(List.of(new LinkedEngine(engine, link)))
                .withThreads(task -> Threads.of(id, task)));
  }

  void start() {
    runtime.start();
  }

  String name() {
    return name;
  }

  String id() {
    return id;
  }

  Link link() {
    return link;
  }

  Membership view() {
    return runtime.membership(Election.GROUP);
  }

  Gate gate() {
    return runtime.gate(Election.GROUP);
  }

  UUID incarnation() {
    return view().node().incarnation();
  }

  boolean isPrimary() {
    return view().isPrimary();
  }

  FencingToken token() {
    return view().requirePrimary();
  }

  /** Its process is gone, as far as anybody can tell. */
  void crash() {
    gone = true;
    link.die();
  }

  boolean isGone() {
    return gone;
  }

  /** As an application that is stopped. */
  void leave() {
    gone = true;
    link.resume();
    runtime.close();
  }
}
