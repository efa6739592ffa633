package dev.primacy.demo.launch;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** How one kind of node is set up and started. */
abstract class Plans {
  /** What was asked for. */
  protected final LaunchOptions options;

  Plans(LaunchOptions options) {
    this.options = options;
  }

  /** Makes the directories the nodes need, all of them fresh. */
  abstract void prepare();

  /** The plan of one node, counted from 0. */
  abstract NodePlan plan(int index);

  /** How long the first primary may take. */
  abstract long primaryWithinSeconds();

  /** The plans of all nodes. */
  List<NodePlan> all() {
    return IntStream.range(0, LaunchOptions.NODES).mapToObj(this::plan).toList();
  }

  /** A node's name. */
  static String name(int index) {
    return "n" + (index + 1);
  }

  /** Where a node answers. */
  abstract String url(int index);

  /** All nodes' addresses, for the page. */
  protected String urls() {
    return IntStream.range(0, LaunchOptions.NODES)
        .mapToObj(this::url)
        .collect(Collectors.joining(","));
  }

  /** The ports that both kinds of node take. */
  protected Map<Integer, String> ports(int index) {
    Map<Integer, String> ports = new LinkedHashMap<>();
    ports.put(options.http(index), "HTTP");
    ports.put(options.cluster(index), "ZooKeeper quorum");
    ports.put(options.cluster(index) + 1000, "ZooKeeper election");
    ports.put(options.cluster(index) + 2000, "ZooKeeper clients");
    return ports;
  }

  /** This JVM's own launcher. */
  protected static String java() {
    return System.getProperty("java.home") + "/bin/java";
  }

  /** A command line a person can paste into a shell. */
  protected static String line(Stream<String> words) {
    return words.map(Plans::quoted).collect(Collectors.joining(" "));
  }

  private static String quoted(String word) {
    return word.matches("[A-Za-z0-9_@%+=:,./\\[\\]-]+")
        ? word
        : "'" + word.replace("'", "'\\''") + "'";
  }
}
