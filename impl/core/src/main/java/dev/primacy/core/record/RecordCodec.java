package dev.primacy.core.record;

import static dev.primacy.core.record.FieldReader.check;

import dev.primacy.spi.RecordStore;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/**
 * The bytes of a record: a header with the version of the format, then fields with tag and length.
 * Fields of a newer minor version are kept and written again; another major version cannot be read.
 *
 * @since 0.1
 */
public final class RecordCodec {

  /** The major version of the format; another one cannot be read. */
  public static final int MAJOR = 1;

  /** The minor version of the format; fields of a newer one are carried along. */
  public static final int MINOR = 0;

  /** The largest record that is written. */
  static final int MAX_BYTES = RecordStore.MAX_VALUE_BYTES;

  /** The largest that is read: a rewrite may add a holder and a candidate to it. */
  static final int MAX_READ_BYTES = MAX_BYTES - 1024;

  /** The most attributes a node may have. */
  public static final int MAX_ATTRIBUTES = 32;

  /** The most bytes of one attribute, key and value together. */
  public static final int MAX_ATTRIBUTE_BYTES = 256;

  private static final int MAX_TEXT_BYTES = 256;
  private static final int MAX_URI_BYTES = 2048;
  private static final int MAX_GROUP_BYTES = 32_768;
  private static final Duration LONGEST = Duration.ofDays(1);

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

  private static final byte GROUP = 'G';
  private static final int GROUP_STATE = 1;
  private static final int GROUP_SCOPE = 2;
  private static final int GROUP_TERM = 3;
  private static final int GROUP_HOLDER = 4;
  private static final int GROUP_CANDIDATE = 5;
  private static final int GROUP_FROZEN = 6;
  private static final int GROUP_READ_ONLY = 7;
  private static final int GROUP_POLICY = 8;
  private static final int GROUP_FINGERPRINT = 9;

  private RecordCodec() {}

  /**
   * The bytes of a node record. Groups that do not fit are replaced by {@link
   * NodeRecord#everyGroup}.
   *
   * @param node the record
   * @return at most {@link RecordStore#MAX_VALUE_BYTES} bytes
   * @throws IllegalArgumentException if it does not fit
   */
  public static byte[] encode(NodeRecord node) {
    boolean listed = node.groups().stream().mapToInt(g -> g.length() + 4).sum() <= MAX_GROUP_BYTES;
    FieldWriter out =
        new FieldWriter(NODE, Math.max(MINOR, node.unknown().minor()))
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
    new TreeMap<>(node.attributes())
        .forEach((key, value) -> out.bytes(NODE_ATTRIBUTE, attribute(key, value)));
    return out.raw(node.unknown().encoded()).done();
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

  /**
   * Reads a node record.
   *
   * @param bytes what stood in the store
   * @return the record
   * @throws RecordFormatException if it is none
   */
  public static NodeRecord decodeNode(byte[] bytes) throws RecordFormatException {
    BitSet repeated = new BitSet();
    repeated.set(NODE_GROUP);
    repeated.set(NODE_ATTRIBUTE);
    FieldReader in = new FieldReader(NODE, NODE_ATTRIBUTE, repeated, bytes);
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
        attributes(in),
        in.unknown());
  }

  private static long natural(long value) throws RecordFormatException {
    check(value >= 0 && value <= Long.MAX_VALUE / 2, "a number is out of range");
    return value;
  }

  private static Duration span(long nanos) throws RecordFormatException {
    check(nanos >= 0 && nanos <= LONGEST.toNanos(), "a duration is out of range");
    return Duration.ofNanos(nanos);
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

  private static Map<String, String> attributes(FieldReader in) throws RecordFormatException {
    Map<String, String> attributes = new HashMap<>();
    for (ByteBuffer value : in.all(NODE_ATTRIBUTE)) {
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

  /**
   * The bytes of a group record.
   *
   * @param group the record
   * @return at most {@link RecordStore#MAX_VALUE_BYTES} bytes
   * @throws IllegalArgumentException if it does not fit
   */
  public static byte[] encode(GroupRecord group) {
    FieldWriter out =
        new FieldWriter(GROUP, Math.max(MINOR, group.unknown().minor()))
            .bytes(GROUP_STATE, new byte[] {group.state().code()})
            .uuid(GROUP_SCOPE, group.scope())
            .number(GROUP_TERM, group.term())
            .flag(GROUP_FROZEN, group.frozen())
            .text(GROUP_POLICY, group.policy())
            .text(GROUP_FINGERPRINT, group.fingerprint());
    group.holder().ifPresent(holder -> out.uuid(GROUP_HOLDER, holder));
    group.candidate().ifPresent(next -> out.bytes(GROUP_CANDIDATE, candidate(next)));
    new TreeSet<>(group.readOnly()).forEach(cause -> out.text(GROUP_READ_ONLY, cause));
    return out.raw(group.unknown().encoded()).done();
  }

  private static byte[] candidate(Candidate candidate) {
    return ByteBuffer.allocate(24)
        .putLong(candidate.incarnation().getMostSignificantBits())
        .putLong(candidate.incarnation().getLeastSignificantBits())
        .putLong(candidate.head().toNanos())
        .array();
  }

  /**
   * Reads a group record.
   *
   * @param bytes what stood in the store
   * @return the record
   * @throws RecordFormatException if it is none
   */
  public static GroupRecord decodeGroup(byte[] bytes) throws RecordFormatException {
    BitSet repeated = new BitSet();
    repeated.set(GROUP_READ_ONLY);
    FieldReader in = new FieldReader(GROUP, GROUP_FINGERPRINT, repeated, bytes);
    long term = natural(in.number(GROUP_TERM));
    Optional<UUID> holder = holder(in);
    check(term > 0 || holder.isEmpty(), "a holder has no term");
    return new GroupRecord(
        in.constant(GROUP_STATE, GroupState.values()),
        FieldReader.uuid(in.required(GROUP_SCOPE, 16)),
        term,
        holder,
        candidate(in),
        in.flag(GROUP_FROZEN),
        readOnly(in),
        FieldReader.name(in.required(GROUP_POLICY, -1)),
        FieldReader.text(in.required(GROUP_FINGERPRINT, -1), MAX_TEXT_BYTES),
        in.unknown());
  }

  private static Optional<UUID> holder(FieldReader in) throws RecordFormatException {
    return in.optional(GROUP_HOLDER).isEmpty()
        ? Optional.empty()
        : Optional.of(FieldReader.uuid(in.required(GROUP_HOLDER, 16)));
  }

  private static Optional<Candidate> candidate(FieldReader in) throws RecordFormatException {
    if (in.optional(GROUP_CANDIDATE).isEmpty()) {
      return Optional.empty();
    }
    ByteBuffer value = in.required(GROUP_CANDIDATE, 24);
    return Optional.of(new Candidate(FieldReader.uuid(value), span(value.getLong())));
  }

  private static Set<String> readOnly(FieldReader in) throws RecordFormatException {
    Set<String> causes = new HashSet<>();
    for (ByteBuffer value : in.all(GROUP_READ_ONLY)) {
      check(causes.add(FieldReader.text(value, MAX_TEXT_BYTES)), "a cause is there twice");
      check(causes.size() <= MAX_ATTRIBUTES, "there are too many causes");
    }
    return causes;
  }
}
