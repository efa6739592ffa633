package dev.primacy.engine.tck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primacy.engine.tck.Tenures.Tenure;
import dev.primacy.spi.PutOutcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The nodes of one cluster on the service under test, watched from the start to the end. */
final class Election {
  static final String GROUP = "ledger";

  private static final Duration USUAL_LEASE = Duration.ofMillis(600);

  private final Bench bench;
  private final Prober prober = new Prober();
  private final List<ElectionNode> nodes = new ArrayList<>();

  Election(Bench bench) {
    this.bench = bench;
    prober.start();
  }

  Bench bench() {
    return bench;
  }

  /** The lease of the nodes, longer where the service needs that. */
  Duration lease() {
    Duration shortest = bench.service().shortestLease();
    return shortest.compareTo(USUAL_LEASE) > 0 ? shortest : USUAL_LEASE;
  }

  Tenures tenures() {
    return tenures(GROUP);
  }

  Tenures tenures(String group) {
    return prober.tenures(group);
  }

  /** Starts a node; settings of a test are added to those that every node needs. */
  ElectionNode start(String name, String... moreSettings) throws Exception {
    Map<String, String> settings = new HashMap<>(bench.settings(name));
    settings.put("primacy.cluster", bench.cluster());
    settings.put("primacy.group", GROUP);
    settings.put("primacy.node.name", name);
    settings.put("primacy.lease", lease().toMillis() + "ms");
    for (int i = 0; i < moreSettings.length; i += 2) {
      settings.put(moreSettings[i], moreSettings[i + 1]);
    }
    String id = name + "#" + nodes.size();
    ElectionNode node = new ElectionNode(name, id, bench.service().engine(), settings);
    nodes.add(node);
    prober.add(node);
    node.start();
    return node;
  }

  /** Starts some nodes and waits until one leads. */
  ElectionNode startAndAwaitPrimary(int count, String... moreSettings) throws Exception {
    for (int i = 1; i <= count; i++) {
      start("n" + i, moreSettings);
    }
    return awaitPrimary();
  }

  /** The nodes that were neither stopped nor crashed. */
  List<ElectionNode> living() {
    return nodes.stream().filter(node -> !node.isGone()).toList();
  }

  ElectionNode awaitPrimary() throws Exception {
    return awaitPrimary(GROUP);
  }

  ElectionNode awaitPrimary(String group) throws Exception {
    return await("primary of " + group, node -> node.isPrimary(group));
  }

  /** Another one than this, which need not know yet. */
  ElectionNode awaitSuccessor(ElectionNode of) throws Exception {
    return awaitSuccessor(of, GROUP);
  }

  ElectionNode awaitSuccessor(ElectionNode of, String group) throws Exception {
    return await(
        "primary of " + group + " after " + of.id(), node -> node != of && node.isPrimary(group));
  }

  private ElectionNode await(String what, Predicate<ElectionNode> condition) throws Exception {
    Duration patience = bench.service().recovery();
    return Waiting.first(what, patience, () -> living().stream().filter(condition).findFirst());
  }

  /** The tenure a node is in now. */
  Tenure tenure(ElectionNode node) throws Exception {
    return tenure(node, GROUP);
  }

  Tenure tenure(ElectionNode node, String group) throws Exception {
    Tenures all = tenures(group);
    return Waiting.first(
        "admission by " + node.id(),
        Duration.ofSeconds(5),
        () -> node.view(group).token().flatMap(all::of));
  }

  void freeze() {
    bench.freeze();
  }

  /** What must hold for every test, whatever it does. */
  void verify() {
    assertThat(prober.problems()).isEmpty();
  }

  /** Ends every node, side by side, and the watch. */
  void close() throws InterruptedException {
    bench.heal();
    for (ElectionNode node : nodes) {
      node.link().resume();
      List<PutOutcome> unused = node.link().deliverWrites();
    }
    Threads.sideBySide(nodes.stream().map(node -> (Runnable) node::leave).toList());
    prober.stop();
  }
}
