package dev.primacy.core.elector;

import dev.primacy.core.record.GroupRecord;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What most groups have in common is kept once: there may be ten thousand of them. */
final class Shared {

  /** Beyond so many they have little in common. */
  private static final int MOST = 1_000;

  private final Map<String, String> texts = new HashMap<>();
  private final Map<UUID, Optional<UUID>> holders = new HashMap<>();

  GroupRecord in(GroupRecord seen) {
    if (texts.size() > MOST || holders.size() > MOST) {
      texts.clear();
      holders.clear();
    }
    return new GroupRecord(
        seen.state(),
        seen.scope(),
        seen.term(),
        seen.holder().flatMap(holder -> holders.computeIfAbsent(holder, Optional::of)),
        seen.candidate(),
        seen.frozen(),
        seen.readOnly(),
        text(seen.policy()),
        text(seen.fingerprint()),
        seen.unknown());
  }

  String text(String text) {
    return texts.computeIfAbsent(text, first -> first);
  }
}
