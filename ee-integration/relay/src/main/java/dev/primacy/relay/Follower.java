package dev.primacy.relay;

import dev.primacy.spi.RecordKey;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One node that follows, as long as it does. Guarded by the monitor of its {@link Followers}. */
final class Follower {
  /** A node comes back as another incarnation now and then; what was before is over. */
  private static final int RECORDS = 4;

  final Set<RecordKey> records = new LinkedHashSet<>();
  long lastSeen;
  double allowance;
  @Nullable HintStream stream;

  Follower(long now, double allowance) {
    this.lastSeen = now;
    this.allowance = allowance;
  }

  void own(RecordKey key) {
    records.add(key);
    if (records.size() > RECORDS) {
      records.remove(records.iterator().next());
    }
  }
}
