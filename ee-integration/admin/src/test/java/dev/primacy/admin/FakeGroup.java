package dev.primacy.admin;

import dev.primacy.ClusterNode;
import dev.primacy.FencingToken;
import dev.primacy.GroupStanding;
import dev.primacy.NodeId;
import dev.primacy.NodeRole;
import dev.primacy.control.GroupDetails;
import dev.primacy.control.NodeState;
import dev.primacy.control.ReadOnlyState;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** A group as a test wants it: fields are set by the test, and read by the server's threads. */
final class FakeGroup {
  static final ClusterNode N1 = node("n1", Map.of("zone", "a"));
  static final ClusterNode N2 = node("n2", Map.of());
  static final List<ClusterNode> NODES = List.of(N1, N2);
  static final FencingToken TOKEN = new FencingToken(new UUID(7, 7), 41);
  static final Instant HEARD = Instant.parse("2026-11-22T12:00:00Z");

  final String name;
  final AtomicLong version = new AtomicLong(1);
  volatile boolean versioned = true;
  volatile NodeRole role = NodeRole.PRIMARY;
  volatile GroupStanding standing = GroupStanding.MEMBER;
  volatile NodeState.Connection connection = NodeState.Connection.CONNECTED;
  volatile Optional<Instant> lastChecked = Optional.of(HEARD);
  volatile Optional<ClusterNode> primary = Optional.of(N1);
  volatile boolean frozen;
  volatile ReadOnlyState readOnly = ReadOnlyState.WRITABLE;
  volatile boolean broken;

  FakeGroup(String name) {
    this.name = name;
  }

  /** This node is what a server without any cluster is. */
  void standAlone() {
    role = NodeRole.NOT_IN_GROUP;
    standing = GroupStanding.STANDALONE;
    connection = NodeState.Connection.NOT_APPLICABLE;
    primary = Optional.empty();
    versioned = false;
  }

  /** The role goes to another node. */
  void goesTo(ClusterNode next) {
    role = next.equals(N1) ? NodeRole.PRIMARY : NodeRole.SECONDARY;
    primary = Optional.of(next);
  }

  GroupDetails details() {
    return new GroupDetails(
        name,
        versioned ? Optional.of("v/" + version.get()) : Optional.empty(),
        "automatic",
        primary,
        Optional.of(TOKEN),
        Optional.empty(),
        frozen,
        readOnly,
        NODES,
        N1.id());
  }

  NodeState state() {
    return new NodeState(
        name, role, standing, connection, lastChecked, lastChecked, NodeState.Channel.PUSH);
  }

  private static ClusterNode node(String name, Map<String, String> attributes) {
    return new ClusterNode(
        new NodeId(name, new UUID(1, name.charAt(1))),
        Optional.of(URI.create("http://" + name + ".example.com:8080/")),
        Set.of("orders"),
        0,
        false,
        attributes);
  }
}
