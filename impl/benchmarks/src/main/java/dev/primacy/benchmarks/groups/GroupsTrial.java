package dev.primacy.benchmarks.groups;

import dev.primacy.benchmarks.Heap;
import dev.primacy.benchmarks.groups.CountedEngine.Asked;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Three nodes in a process of its own, of which the first holds all groups and then falls silent.
 */
final class GroupsTrial {
  private static final long PATIENCE = TimeUnit.MINUTES.toNanos(8);
  private static final long LEASE_MILLIS = 6_000;
  private static final int INTERVALS = 5;

  /** How many there are. */
  static final int NODES = 3;

  private final int groups;
  private final boolean ensemble;
  private final String[] arguments;
  private final List<GroupsNode> nodes = new ArrayList<>();

  private GroupsTrial(String[] arguments) {
    groups = Integer.parseInt(arguments[0]);
    ensemble = Boolean.parseBoolean(arguments[1]);
    this.arguments = arguments;
  }

  /**
   * Runs.
   *
   * @param arguments number of groups, whether the nodes are the store, and the nodes' settings
   */
  public static void main(String[] arguments) {
    int status = 1;
    try {
      new GroupsTrial(arguments).run();
      status = 0;
    } catch (RuntimeException failed) {
      failed.printStackTrace(System.err);
    } finally {
      // whoever holds ten thousand groups takes its time to give them back, and nobody waits
      Runtime.getRuntime().halt(status);
    }
  }

  private void run() {
    long empty = Heap.used();
    GroupsNode first = boot();
    pass(3);
    long used = Heap.used();
    print("holder-and-store-bytes", (used - empty) / groups);
    GroupsNode last = start(0);
    pass(3);
    print("follower-bytes", (Heap.used() - used) / groups);
    if (nodes.size() < NODES) {
      start(0);
    }
    pass(3);
    requests("holder", first);
    requests("follower", last);
    print("lost-groups", first.lost());
    takeover(first);
  }

  private GroupsNode boot() {
    long began = System.nanoTime();
    GroupsNode first = start(10);
    if (ensemble) {
      // it needs its quorum
      start(0);
    }
    await("all groups are held", () -> first.held() == groups);
    print("boot-millis", TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began));
    return first;
  }

  private GroupsNode start(int priority) {
    Map<String, String> settings = new HashMap<>();
    settings.put("primacy.cluster", "groups");
    settings.put("primacy.lease", LEASE_MILLIS + "ms");
    settings.put("primacy.node.name", "n" + nodes.size());
    settings.put("primacy.node.priority", Integer.toString(priority));
    settings.put(
        "primacy.groups",
        IntStream.range(0, groups).mapToObj(i -> "group-" + i).collect(Collectors.joining(",")));
    settings.putAll(Sites.settings(Stream.of(arguments), nodes.size()));
    GroupsNode node = new GroupsNode("n" + nodes.size(), settings);
    nodes.add(node);
    return node;
  }

  private static void await(String what, BooleanSupplier reached) {
    long start = System.nanoTime();
    while (!reached.getAsBoolean()) {
      if (System.nanoTime() - start > PATIENCE) {
        throw new IllegalStateException("not in time: " + what);
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
    }
  }

  private static void pass(int intervals) {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(intervals * LEASE_MILLIS / 3);
    await("time passes", () -> System.nanoTime() - end >= 0);
  }

  /** Of a node that has nothing to do, per interval. */
  private static void requests(String who, GroupsNode node) {
    List<Asked> kinds = List.of(Asked.values());
    List<Long> before = kinds.stream().map(node.engine()::asked).toList();
    pass(INTERVALS);
    for (int i = 0; i < kinds.size(); i++) {
      long asked = node.engine().asked(kinds.get(i)) - before.get(i);
      String key = who + "-" + kinds.get(i).name().toLowerCase(Locale.ROOT) + "s";
      System.out.printf(Locale.ROOT, "%s=%.2f%n", key, (double) asked / INTERVALS);
    }
  }

  /** The first one falls silent; the others wait its lease out and take over what it held. */
  private void takeover(GroupsNode dead) {
    long silent = System.nanoTime();
    dead.engine().cut();
    List<GroupsNode> living = nodes.stream().filter(node -> node != dead).toList();
    await("all are taken over", () -> living.stream().mapToInt(GroupsNode::held).sum() == groups);
    long expelled = heardOfExpulsion(living);
    long last = living.stream().mapToLong(GroupsNode::tookNanos).max().orElseThrow();
    print("silent-to-expelled-millis", TimeUnit.NANOSECONDS.toMillis(expelled - silent));
    print("takeover-micros", TimeUnit.NANOSECONDS.toMicros(last - expelled));
    print("takeover-writes", living.stream().mapToLong(n -> n.engine().asked(Asked.WRITE)).sum());
  }

  private static long heardOfExpulsion(List<GroupsNode> nodes) {
    await("the silent one is expelled", () -> nodes.stream().allMatch(n -> n.expelledNanos() != 0));
    return nodes.stream().mapToLong(GroupsNode::expelledNanos).min().orElseThrow();
  }

  private static void print(String key, long value) {
    System.out.println(key + "=" + value);
  }
}
