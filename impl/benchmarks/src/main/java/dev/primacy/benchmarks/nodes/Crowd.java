package dev.primacy.benchmarks.nodes;

import dev.primacy.ClusterNode;
import dev.primacy.NodeId;
import dev.primacy.NodeLifecycle;
import dev.primacy.core.record.NodeRecord;
import dev.primacy.core.record.NodeState;
import dev.primacy.core.record.RecordCodec;
import dev.primacy.core.record.RecordFormatException;
import dev.primacy.core.record.UnknownFields;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Nodes as a cluster has them: a name, an address, a group, three attributes.
 *
 * @param alike whether all of them publish the same
 * @param reachable whether they say where they are
 */
record Crowd(boolean alike, boolean reachable) {
  /** The attribute that changes from one state to the next. */
  private static final String LOAD = "load";

  private static final int STATES = 1_000;
  private static final Duration LEASE = Duration.ofSeconds(6);
  private static final double DRIFT = 0.01;

  static int number(ClusterNode node) {
    return (int) node.id().incarnation().getLeastSignificantBits();
  }

  static int state(ClusterNode node) {
    return Integer.parseInt(node.attributes().getOrDefault(LOAD, "-1"));
  }

  private Map<String, String> attributes(int number, int state) {
    String load = Integer.toString(state);
    return alike
        ? Map.of("zone", "eu-central-1a", "version", "2026.11.22", LOAD, load)
        : Map.of("zone", "zone-" + number, "version", "2026.11." + number, LOAD, load);
  }

  /** As a node wrote it. */
  byte[] bytes(int number, int state) {
    return RecordCodec.encode(
        new NodeRecord(
            "node-" + number,
            NodeState.ALIVE,
            state + 1L,
            LEASE,
            DRIFT,
            LEASE,
            Set.of("ledger"),
            false,
            true,
            0,
            endpoint(number),
            NodeLifecycle.UP,
            attributes(number, state),
            Optional.empty(),
            Map.of(),
            UnknownFields.NONE));
  }

  private Optional<URI> endpoint(int number) {
    String address = "http://10.1.%d.%d:8080".formatted(number >> 8, number & 255);
    return reachable ? Optional.of(URI.create(address)) : Optional.empty();
  }

  /** As another node reads it, with no object that any other node has. */
  ClusterNode node(int number, int state) {
    return read(number, bytes(number, state));
  }

  /** As the elector does. */
  ClusterNode read(int number, byte[] written) {
    try {
      NodeRecord read = RecordCodec.decodeNode(written);
      return new ClusterNode(
          new NodeId(read.name(), new UUID(0x9E3779B97F4A7C15L * (number + 1), number)),
          read.endpoint(),
          read.groups(),
          read.priority(),
          read.passive(),
          read.lifecycle(),
          read.attributes(),
          read.status());
    } catch (RecordFormatException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** The same node in another state; of the rest it keeps what it has. */
  ClusterNode changed(ClusterNode node) {
    return new ClusterNode(
        node.id(),
        node.endpoint(),
        node.groups(),
        node.priority(),
        node.passive(),
        node.lifecycle(),
        attributes(number(node), (state(node) + 1) % STATES),
        node.status());
  }
}
