package dev.primacy.core.elector;

import dev.primacy.spi.RecordKey;
import dev.primacy.spi.RecordKind;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;

/** Records that were hinted at, and not looked at yet: each once, in the order of the hints. */
final class Hinted {
  private final Set<RecordKey> keys = new LinkedHashSet<>();
  private boolean renewals;

  void add(RecordKey key) {
    keys.add(key);
    renewals |= key.kind() == RecordKind.NODE;
  }

  /** Whether one of them is the renewal of a holder. */
  boolean hasRenewal() {
    return renewals;
  }

  int size() {
    return keys.size();
  }

  void forEach(Consumer<RecordKey> action) {
    keys.forEach(action);
  }

  void clear() {
    keys.clear();
    renewals = false;
  }
}
