package dev.primacy.engine.kubernetes;

import dev.primacy.spi.RecordKey;
import dev.primacy.spi.RecordKind;
import dev.primacy.spi.RecordVersion;
import dev.primacy.spi.StoredRecord;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import io.fabric8.kubernetes.api.model.coordination.v1.LeaseBuilder;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Records as Leases. Name and value stand in annotations, cluster and kind in labels, so that one
 * request finds all of a cluster. The spec stays empty: an engine does not know what a record says,
 * and a holder that is not the primary would mislead whoever looks at it.
 */
final class Forms {

  static final String CLUSTER = "primacy.dev/cluster";
  static final String KIND = "primacy.dev/kind";
  static final String NAME = "primacy.dev/name";
  static final String VALUE = "primacy.dev/value";

  /** Who wrote last, for people. */
  static final String WRITER = "primacy.dev/written-by";

  /** Unlike in any other write: the API server gives no new version to what changes nothing. */
  static final String WRITE = "primacy.dev/write";

  private static final byte[] NOTHING = {};

  private final String namespace;
  private final String cluster;
  private final String writer;

  Forms(String namespace, String cluster, String writer) {
    this.namespace = namespace;
    this.cluster = cluster;
    this.writer = writer;
  }

  String name(RecordKey key) {
    return Names.lease(cluster, key);
  }

  String selector() {
    return CLUSTER + "=" + cluster;
  }

  Lease created(RecordKey key, byte[] value) {
    return new LeaseBuilder().withMetadata(metadata(key, value).build()).build();
  }

  Lease replaced(RecordKey key, Stamp known, byte[] value) {
    ObjectMeta metadata =
        metadata(key, value)
            .withUid(known.uid())
            .withResourceVersion(known.resourceVersion())
            .build();
    return new LeaseBuilder().withMetadata(metadata).build();
  }

  private ObjectMetaBuilder metadata(RecordKey key, byte[] value) {
    String write = Long.toHexString(ThreadLocalRandom.current().nextLong());
    return new ObjectMetaBuilder()
        .withNamespace(namespace)
        .withName(name(key))
        .withLabels(Map.of(CLUSTER, cluster, KIND, text(key.kind())))
        .withAnnotations(
            Map.of(
                NAME,
                key.name(),
                VALUE,
                Base64.getEncoder().encodeToString(value),
                WRITER,
                writer,
                WRITE,
                write));
  }

  /** Empty for a Lease that is none of ours, whatever its labels say. */
  Optional<RecordKey> key(Lease lease) {
    ObjectMeta metadata = lease.getMetadata();
    if (metadata == null || !cluster.equals(at(metadata.getLabels(), CLUSTER))) {
      return Optional.empty();
    }
    String name = at(metadata.getAnnotations(), NAME);
    String kind = at(metadata.getLabels(), KIND);
    for (RecordKind each : RecordKind.values()) {
      RecordKey key = new RecordKey(each, name);
      if (text(each).equals(kind) && Names.isName(name) && name(key).equals(metadata.getName())) {
        return Optional.of(key);
      }
    }
    return Optional.empty();
  }

  /** Whether a record is listed. */
  static boolean isShown(StoredRecord record) {
    return isShown(record.key());
  }

  /** Whether a record is hinted at. */
  static boolean isShown(RecordKey key) {
    return key.kind() != RecordKind.SCHEDULE;
  }

  Optional<StoredRecord> record(Lease lease) {
    RecordVersion version = version(lease);
    return version.equals(RecordVersion.ABSENT)
        ? Optional.empty()
        : key(lease).map(key -> new StoredRecord(key, version, value(lease)));
  }

  /** {@link RecordVersion#ABSENT} for what no server would answer. */
  static RecordVersion version(Lease lease) {
    ObjectMeta metadata = lease.getMetadata();
    return metadata == null || metadata.getUid() == null || metadata.getResourceVersion() == null
        ? RecordVersion.ABSENT
        : new Stamp(metadata.getUid(), metadata.getResourceVersion()).version();
  }

  /** Somebody's edit may have spoilt it; whoever reads the bytes reports what they are. */
  private static byte[] value(Lease lease) {
    try {
      return Base64.getDecoder().decode(at(lease.getMetadata().getAnnotations(), VALUE));
    } catch (IllegalArgumentException spoilt) {
      return NOTHING;
    }
  }

  private static String at(Map<String, String> entries, String key) {
    return entries == null ? "" : entries.getOrDefault(key, "");
  }

  private static String text(RecordKind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }
}
