package dev.primacy.engine.tck;

import dev.primacy.FencingToken;
import dev.primacy.Membership;
import dev.primacy.core.gate.Gate;
import dev.primacy.core.runtime.PrimacyRuntime;
import dev.primacy.core.runtime.PrimacyRuntimes;
import dev.primacy.core.runtime.RuntimeSetup;
import dev.primacy.core.settings.MapSettings;
import dev.primacy.spi.Engine;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

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

  /** Those it is configured for, whether or not it takes part yet. */
  Set<String> groups() {
    return runtime.groups();
  }

  Membership view() {
    return view(Election.GROUP);
  }

  Membership view(String group) {
    return runtime.membership(group);
  }

  Gate gate() {
    return gate(Election.GROUP);
  }

  Gate gate(String group) {
    return runtime.gate(group);
  }

  UUID incarnation() {
    return view().node().incarnation();
  }

  boolean isPrimary() {
    return isPrimary(Election.GROUP);
  }

  boolean isPrimary(String group) {
    return view(group).isPrimary();
  }

  FencingToken token() {
    return view().requirePrimary();
  }

  void join(String group) {
    Membership unused = runtime.dynamicGroups().join(group);
  }

  /** Takes part in a group no more, and is done with that within some time. */
  void leave(String group, Duration patience) throws Exception {
    runtime
        .dynamicGroups()
        .leave(group)
        .toCompletableFuture()
        .get(patience.toMillis(), TimeUnit.MILLISECONDS);
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
