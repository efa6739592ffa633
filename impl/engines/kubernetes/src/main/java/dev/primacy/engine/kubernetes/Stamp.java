package dev.primacy.engine.kubernetes;

import dev.primacy.spi.RecordVersion;
import java.util.Optional;

/**
 * A version of a Lease. The API server draws a uid for every object it creates, so that versions
 * never recur over removal and creation, whatever becomes of the resource versions.
 *
 * @param uid which of the objects that had this name
 * @param resourceVersion which of its states
 */
record Stamp(String uid, String resourceVersion) {

  RecordVersion version() {
    return new RecordVersion(uid + "/" + resourceVersion);
  }

  /** Empty for what was never a version of ours. */
  static Optional<Stamp> parse(RecordVersion version) {
    int slash = version.value().indexOf('/');
    int end = version.value().length() - 1;
    return slash <= 0 || slash == end
        ? Optional.empty()
        : Optional.of(
            new Stamp(version.value().substring(0, slash), version.value().substring(slash + 1)));
  }
}
