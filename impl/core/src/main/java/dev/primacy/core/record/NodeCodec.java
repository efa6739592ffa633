package dev.primacy.core.record;

import static dev.primacy.core.record.FieldReader.check;
import static dev.primacy.core.record.RecordCodec.MAX_ATTRIBUTES;
import static dev.primacy.core.record.RecordCodec.MAX_ATTRIBUTE_BYTES;
import static dev.primacy.core.record.RecordCodec.natural;
import static dev.primacy.core.record.RecordCodec.span;

import dev.primacy.NodeLifecycle;
import dev.primacy.NodeStatus;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The bytes of a node record. */
final class NodeCodec {
  private static final int MAX_URI_BYTES = 2048;
  private static final int MAX_GROUP_BYTES = 32_768;

  private static final byte NODE = 'N';
  private static final int NODE_NAME = 1;
  private static final int NODE_STATE = 2;
  private static final int NODE_ATTEMPT = 3;
  private static final int NODE_LEASE = 4;
  private static final int NODE_DRIFT = 5;
  private static final int NODE_LONGEST = 6;
  private static final int NODE_GROUP = 7;
  private static final int NODE_EVERY_GROUP = 8;
  private static final int NODE_PASSIVE = 9;
  private static final int NODE_PRIORITY = 10;
  private static final int NODE_ENDPOINT = 11;
  private static final int NODE_ATTRIBUTE = 12;

  // since minor version 1
  private static final int NODE_LIFECYCLE = 13;
  private static final int NODE_STATUS = 14;
  private static final int NODE_INTERNAL = 15;

  private static final BitSet REPEATED = new BitSet();

  static {
    REPEATED.set(NODE_GROUP);
    REPEATED.set(NODE_ATTRIBUTE);
    REPEATED.set(NODE_INTERNAL);
  }

  private NodeCodec() {}

  static byte[] encode(NodeRecord node) {
    boolean listed = node.groups().stream().mapToInt(g -> g.length() + 4).sum() <= MAX_GROUP_BYTES;
    FieldWriter out =
        new FieldWriter(NODE, Math.max(RecordCodec.MINOR, node.unknown().minor()))
            .text(NODE_NAME, node.name())
            .bytes(NODE_STATE, new byte[] {node.state().code()})
            .number(NODE_ATTEMPT, node.attempt())
            .number(NODE_LEASE, node.lease().toNanos())
            .number(NODE_DRIFT, Double.doubleToLongBits(node.drift()))
            .number(NODE_LONGEST, node.longestLease().toNanos())
            .flag(NODE_EVERY_GROUP, node.everyGroup() || !listed)
            .flag(NODE_PASSIVE, node.passive())
            .number(NODE_PRIORITY, node.priority());
    node.endpoint().ifPresent(endpoint -> out.text(NODE_ENDPOINT, endpoint.toString()));
    if (listed) {
      new TreeSet<>(node.groups()).forEach(group -> out.text(NODE_GROUP, group));
    }
    attributes(out, NODE_ATTRIBUTE, node.attributes());
    self(node, out);
    return out.raw(node.unknown().encoded()).done();
  }

  private static void self(NodeRecord node, FieldWriter out) {
    out.bytes(NODE_LIFECYCLE, new byte[] {Lifecycles.code(node.lifecycle())});
    node.status()
        .ifPresent(
            status ->
                out.bytes(
                    NODE_STATUS,
                    ByteBuffer.allocate(16)
                        .putLong(status.version())
                        .putLong(status.at().toEpochMilli())
                        .array()));
    attributes(out, NODE_INTERNAL, node.internal());
  }

  private static void attributes(FieldWriter out, int tag, Map<String, String> attributes) {
    new TreeMap<>(attributes).forEach((key, value) -> out.bytes(tag, attribute(key, value)));
  }

  private static byte[] attribute(String key, String value) {
    byte[] keyBytes = key.getBytes(StandardCharsets.UTF_8);
    byte[] valueBytes = value.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(2 + keyBytes.length + valueBytes.length)
        .putShort((short) keyBytes.length)
        .put(keyBytes)
        .put(valueBytes)
        .array();
  }

  static NodeRecord decode(byte[] bytes) throws RecordFormatException {
    FieldReader in = new FieldReader(NODE, NODE_INTERNAL, REPEATED, bytes);
    return new NodeRecord(
        FieldReader.name(in.required(NODE_NAME, -1)),
        in.constant(NODE_STATE, NodeState.values()),
        natural(in.number(NODE_ATTEMPT)),
        span(in.number(NODE_LEASE)),
        rate(in.number(NODE_DRIFT)),
        span(in.number(NODE_LONGEST)),
        groups(in),
        in.flag(NODE_EVERY_GROUP),
        in.flag(NODE_PASSIVE),
        priority(in.number(NODE_PRIORITY)),
        endpoint(in.optional(NODE_ENDPOINT)),
        lifecycle(in),
        attributes(in, NODE_ATTRIBUTE),
        status(in),
        attributes(in, NODE_INTERNAL),
        in.unknown());
  }

  private static double rate(long bits) throws RecordFormatException {
    double rate = Double.longBitsToDouble(bits);
    check(rate >= 0 && rate <= 1, "a rate is out of range");
    return rate;
  }

  private static int priority(long value) throws RecordFormatException {
    check(value == (int) value, "a number is out of range");
    return (int) value;
  }

  private static Set<String> groups(FieldReader in) throws RecordFormatException {
    Set<String> groups = new HashSet<>();
    for (ByteBuffer value : in.all(NODE_GROUP)) {
      check(groups.add(FieldReader.name(value)), "a group is there twice");
    }
    return groups;
  }

  private static Optional<URI> endpoint(Optional<ByteBuffer> value) throws RecordFormatException {
    if (value.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(new URI(FieldReader.text(value.get(), MAX_URI_BYTES)));
    } catch (URISyntaxException malformed) {
      throw new RecordFormatException("not a record: the endpoint is not a URI");
    }
  }

  private static NodeLifecycle lifecycle(FieldReader in) throws RecordFormatException {
    return in.optional(NODE_LIFECYCLE).isEmpty()
        ? NodeLifecycle.UP
        : Lifecycles.of(in.required(NODE_LIFECYCLE, 1).get());
  }

  private static Optional<NodeStatus> status(FieldReader in) throws RecordFormatException {
    if (in.optional(NODE_STATUS).isEmpty()) {
      return Optional.empty();
    }
    ByteBuffer value = in.required(NODE_STATUS, 16);
    long version = natural(value.getLong());
    check(version > 0, "a status has no version");
    return Optional.of(new NodeStatus(version, Instant.ofEpochMilli(value.getLong())));
  }

  private static Map<String, String> attributes(FieldReader in, int tag)
      throws RecordFormatException {
    Map<String, String> attributes = new HashMap<>();
    for (ByteBuffer value : in.all(tag)) {
      check(value.remaining() >= 2, "an attribute is cut off");
      check(value.remaining() <= MAX_ATTRIBUTE_BYTES + 2, "an attribute is too long");
      check(attributes.size() < MAX_ATTRIBUTES, "there are too many attributes");
      int length = value.getShort() & 0xFFFF;
      check(length <= value.remaining(), "an attribute is cut off");
      String key = FieldReader.text(value.slice(value.position(), length), MAX_ATTRIBUTE_BYTES);
      value.position(value.position() + length);
      String text = FieldReader.text(value, MAX_ATTRIBUTE_BYTES);
      check(attributes.put(key, text) == null, "an attribute is there twice");
    }
    return attributes;
  }
}
