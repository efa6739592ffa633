package dev.primacy.demo.node;

import dev.primacy.demo.DemoMessages;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the command line asks for.
 *
 * @param name the node's name
 * @param bind the address to listen on
 * @param http the port for HTTP
 * @param cluster the place in the cluster; empty when standalone
 * @param data where data is kept
 * @param settings further settings, which win over those derived from the flags
 * @param stopOnEof whether the end of standard input stops the node
 */
record NodeOptions(
    String name,
    String bind,
    int http,
    Optional<ClusterPlace> cluster,
    Path data,
    Map<String, String> settings,
    boolean stopOnEof) {

  /**
   * A node's place in the cluster.
   *
   * @param self its cluster address, as the list spells it
   * @param peers the cluster addresses of all nodes, itself included
   */
  record ClusterPlace(PeerAddress self, List<PeerAddress> peers) {
    ClusterPlace {
      peers = List.copyOf(peers);
    }

    int port() {
      return self.port();
    }
  }

  private static final Pattern NAME =
      Pattern.compile("[A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?");

  NodeOptions {
    settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
  }

  /** Understands a command line, or says what is wrong with it. */
  static NodeOptions of(CommandLine line) {
    String name = line.required(Flag.NAME);
    if (!NAME.matcher(name).matches()) {
      String rule = "a name: 1 to 63 letters, digits, '.', '_', '-', the ends letters or digits";
      throw new UsageException(DemoMessages.TEXT.valueBad("--name", name, rule));
    }
    String bind = line.value(Flag.BIND).orElse("127.0.0.1");
    return new NodeOptions(
        name,
        bind,
        Flag.HTTP.port(line.required(Flag.HTTP)),
        place(line, bind),
        directory(line.required(Flag.DATA)),
        line.settings(),
        line.has(Flag.STOP_ON_EOF));
  }

  private static Path directory(String text) {
    try {
      return Path.of(text).toAbsolutePath().normalize();
    } catch (InvalidPathException e) {
      throw new UsageException(DemoMessages.TEXT.valueBad("--data", text, "a path"));
    }
  }

  private static Optional<ClusterPlace> place(CommandLine line, String bind) {
    if (!line.has(Flag.CLUSTER) && !line.has(Flag.PEERS)) {
      return Optional.empty();
    }
    for (Flag half : List.of(Flag.CLUSTER, Flag.PEERS)) {
      if (!line.has(half)) {
        throw new UsageException(DemoMessages.TEXT.clusterHalf(half.text()));
      }
    }
    int port = Flag.CLUSTER.clusterPort(line.required(Flag.CLUSTER));
    List<PeerAddress> peers = peers(line.required(Flag.PEERS));
    PeerAddress own = new PeerAddress(bind, port);
    PeerAddress resolved = own.resolved();
    return peers.stream()
        .filter(peer -> peer.resolved().equals(resolved))
        .findFirst()
        .map(self -> Optional.of(new ClusterPlace(self, peers)))
        .orElseThrow(
            () ->
                new UsageException(
                    DemoMessages.TEXT.selfNotInPeers(line.required(Flag.PEERS), own.toString())));
  }

  private static List<PeerAddress> peers(String list) {
    List<PeerAddress> peers =
        Stream.of(list.split(",", -1)).map(String::strip).map(PeerAddress::parse).toList();
    Set<PeerAddress> seen = new HashSet<>();
    for (PeerAddress peer : peers) {
      if (!seen.add(peer.resolved())) {
        throw new UsageException(DemoMessages.TEXT.peerTwice(peer.toString()));
      }
    }
    return peers;
  }

  /** Where people reach the node. */
  URI url() {
    return URI.create(
        "http://" + (bind.contains(":") ? "[" + bind + "]" : bind) + ":" + http + "/");
  }

  /** This node's own directory below the data directory. */
  Path home() {
    return data.resolve(name);
  }
}
