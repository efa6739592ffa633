package dev.primacy.core.record;

import static dev.primacy.core.record.FieldReader.check;

import dev.primacy.spi.RecordStore;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
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
  public static final int MINOR = 1;

  /** The largest record that is written. */
  static final int MAX_BYTES = RecordStore.MAX_VALUE_BYTES;

  /** The largest that is read: a rewrite may add a holder and a candidate to it. */
  static final int MAX_READ_BYTES = MAX_BYTES - 1024;

  /** The most attributes an application may publish of a node, or Primacy itself. */
  public static final int MAX_ATTRIBUTES = 32;

  /** The most bytes of one attribute, key and value together. */
  public static final int MAX_ATTRIBUTE_BYTES = 256;

  private static final int MAX_TEXT_BYTES = 256;
  private static final Duration LONGEST = Duration.ofDays(1);

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
    return NodeCodec.encode(node);
  }

  /**
   * Reads a node record.
   *
   * @param bytes what stood in the store
   * @return the record
   * @throws RecordFormatException if it is none
   */
  public static NodeRecord decodeNode(byte[] bytes) throws RecordFormatException {
    return NodeCodec.decode(bytes);
  }

  static long natural(long value) throws RecordFormatException {
    check(value >= 0 && value <= Long.MAX_VALUE / 2, "a number is out of range");
    return value;
  }

  static Duration span(long nanos) throws RecordFormatException {
    check(nanos >= 0 && nanos <= LONGEST.toNanos(), "a duration is out of range");
    return Duration.ofNanos(nanos);
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
