package dev.primacy.faults.run;

import dev.primacy.faults.history.Answer;
import dev.primacy.faults.history.Arrival;
import dev.primacy.faults.history.Call;
import dev.primacy.faults.history.Entry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What the resource stored and the client was answered so far, for whoever waits for it. */
final class Watch {
  private final Map<String, Long> stored = new ConcurrentHashMap<>();
  private final Map<String, Long> done = new ConcurrentHashMap<>();

  void see(Entry entry) {
    if (entry instanceof Arrival write && write.accepted()) {
      stored.merge(write.process(), write.at(), Watch::later);
    } else if (entry instanceof Call call && call.answer() == Answer.DONE) {
      call.process().ifPresent(process -> done.merge(process, call.invoked(), Watch::later));
    }
  }

  private static long later(long one, long other) {
    return one - other > 0 ? one : other;
  }

  /** Whether another start of a node than this one wrote after this time. */
  boolean wroteBesides(String process, long since) {
    return stored.entrySet().stream()
        .anyMatch(entry -> !entry.getKey().equals(process) && entry.getValue() - since > 0);
  }

  /** Whether a call made after this time was done. */
  boolean doneSince(long since) {
    return done.values().stream().anyMatch(invoked -> invoked - since > 0);
  }
}
