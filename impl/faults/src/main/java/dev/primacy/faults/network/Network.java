package dev.primacy.faults.network;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Network namespaces: one for each node, and a hub in which the client, the resource and outside
 * stores live. Each node has two links to the hub: one to the cluster's network, which faults cut,
 * and one to the service network, which they never touch. Nothing of it is visible outside.
 */
public final class Network {
  /** What names of namespaces begin with, before the process that made them. */
  private static final String PREFIX = "primacy-";

  private static final Path NAMESPACES = Path.of("/run/netns");

  private final String run;

  private Network(String run) {
    this.run = run;
  }

  /** The network of a run that was made by this process, or is to be made. */
  public static Network of(long pid) {
    return new Network(PREFIX + pid);
  }

  /** What is missing to make one; empty if it can be made. */
  public static Optional<String> missing() {
    if (!"root".equals(System.getProperty("user.name"))) {
      return Optional.of("network namespaces are made by root only");
    }
    return Stream.of("ip", "tc", "bridge", "nsenter", "bash")
        .filter(program -> !Command.exists(program))
        .findFirst()
        .map(program -> "the program '" + program + "' is not there");
  }

  /** Removes what runs left behind that were killed, with the processes that still live there. */
  public static void sweep() {
    namespaces()
        .filter(name -> name.startsWith(PREFIX))
        .map(name -> name.split("-")[1])
        .distinct()
        .filter(pid -> ProcessHandle.of(Long.parseLong(pid)).isEmpty())
        .map(pid -> of(Long.parseLong(pid)))
        .forEach(Network::remove);
  }

  private static Stream<String> namespaces() {
    if (!Files.isDirectory(NAMESPACES)) {
      return Stream.empty();
    }
    try (Stream<Path> files = Files.list(NAMESPACES)) {
      return files.map(file -> file.getFileName().toString()).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Makes the hub and so many nodes. */
  public void make(int nodes) {
    Command.run("ip", "netns", "add", hub());
    ip(hub(), "link set lo up");
    for (Plane plane : Plane.values()) {
      ip(hub(), "link add " + plane.bridge() + " type bridge");
      ip(hub(), "link set " + plane.bridge() + " up");
      addAddress(plane);
    }
    IntStream.rangeClosed(1, nodes).forEach(this::makeNode);
  }

  /** Does everything once that cuts a link, and undoes it; fails if this machine cannot. */
  public void rehearse() {
    isolate(1);
    keepApart(1);
    heal(1);
  }

  private void makeNode(int number) {
    Command.run("ip", "netns", "add", node(number));
    ip(node(number), "link set lo up");
    for (Plane plane : Plane.values()) {
      String port = plane.port(number);
      String end = plane.device();
      ip(hub(), "link add %s type veth peer name %s netns %s".formatted(port, end, node(number)));
      ip(hub(), "link set %s master %s up".formatted(port, plane.bridge()));
      ip(node(number), "link set " + end + " up");
      ip(node(number), "addr add %s/24 dev %s".formatted(plane.address(number), end));
    }
  }

  /** Removes it, and ends every process in it, stopped ones too. */
  public void remove() {
    List<String> ours = namespaces().filter(name -> name.startsWith(run + "-")).toList();
    for (String name : ours) {
      Command.run("ip", "netns", "pids", name)
          .lines()
          .map(Long::valueOf)
          .flatMap(pid -> ProcessHandle.of(pid).stream())
          .filter(process -> process.pid() != ProcessHandle.current().pid())
          .forEach(ProcessHandle::destroyForcibly);
    }
    ours.forEach(name -> Command.run("ip", "netns", "del", name));
  }

  /** Runs a program of the hub. */
  public ProcessBuilder inHub(List<String> words) {
    return inside(hub(), words);
  }

  /** Runs a program of a node. */
  public ProcessBuilder inNode(int number, List<String> words) {
    return inside(node(number), words);
  }

  /** Only the network is another one; the process is the program itself. */
  private static ProcessBuilder inside(String name, List<String> words) {
    Stream<String> enter = Stream.of("nsenter", "--net=" + NAMESPACES.resolve(name));
    return Command.prepared(Stream.concat(enter, words.stream()).toList());
  }

  /** The node receives nothing from the cluster's network. */
  public void deafen(int number) {
    swallow(hub(), Plane.CLUSTER.port(number));
  }

  /** Nothing the node sends to the cluster's network arrives. */
  public void mute(int number) {
    swallow(node(number), Plane.CLUSTER.device());
  }

  /** Both, without anybody being told. */
  public void isolate(int number) {
    deafen(number);
    mute(number);
  }

  /** Nodes that are kept apart cannot reach each other, but everybody else. */
  public void keepApart(int number) {
    bridgePort(number, "on");
  }

  /** Ends whatever was done to the node's link. */
  public void heal(int number) {
    release(hub(), Plane.CLUSTER.port(number));
    release(node(number), Plane.CLUSTER.device());
    bridgePort(number, "off");
  }

  private void bridgePort(int number, String isolated) {
    Command.run(
        "bridge",
        "-n",
        hub(),
        "link",
        "set",
        "dev",
        Plane.CLUSTER.port(number),
        "isolated",
        isolated);
  }

  /**
   * The store's address is gone from the cluster's network: no packet arrives, none is answered.
   */
  public void loseHub() {
    ip(hub(), "addr del %s/24 dev %s".formatted(Plane.CLUSTER.hub(), Plane.CLUSTER.bridge()));
  }

  /** Requests reach the store and are carried out; no answer comes back. */
  public void muteHub() {
    swallow(hub(), Plane.CLUSTER.bridge());
  }

  /** Ends whatever was done to the hub. */
  public void healHub() {
    release(hub(), Plane.CLUSTER.bridge());
    if (!ip(hub(), "addr show dev " + Plane.CLUSTER.bridge()).contains(Plane.CLUSTER.hub())) {
      addAddress(Plane.CLUSTER);
    }
  }

  private void addAddress(Plane plane) {
    ip(hub(), "addr add %s/24 dev %s".formatted(plane.hub(), plane.bridge()));
  }

  private static void swallow(String namespace, String device) {
    Command.run("tc", "-n", namespace, "qdisc", "replace", "dev", device, "root", "blackhole");
  }

  private static void release(String namespace, String device) {
    if (Command.run("tc", "-n", namespace, "qdisc", "show", "dev", device).contains("blackhole")) {
      Command.run("tc", "-n", namespace, "qdisc", "del", "dev", device, "root");
    }
  }

  /** Runs {@code ip} on a namespace. */
  private static String ip(String namespace, String words) {
    return Command.run(("ip -n " + namespace + " " + words).split(" "));
  }

  private String hub() {
    return run + "-hub";
  }

  private String node(int number) {
    return run + "-n" + number;
  }
}
