package dev.primacy.core.monitor;

import static dev.primacy.core.CoreMessages.MESSAGES;

import dev.primacy.ClusterNode;
import dev.primacy.core.CoreLog;
import dev.primacy.core.record.GroupRecord;
import dev.primacy.core.record.NodeRecord;
import dev.primacy.core.record.NodeState;
import dev.primacy.core.record.RecordCodec;
import dev.primacy.core.record.RecordFormatException;
import dev.primacy.event.GroupAltered.Alteration;
import dev.primacy.spi.RecordKey;
import dev.primacy.spi.RecordKind;
import dev.primacy.spi.StoredRecord;
import dev.primacy.watch.CallbackType;
import dev.primacy.watch.DecodeFailureMode;
import dev.primacy.watch.MonitorEnd;
import dev.primacy.watch.MonitorError;
import dev.primacy.watch.RawRecord;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What a monitor makes of what is seen: which of its callbacks are called, in which order, and when
 * it is over. Knows no thread and no clock; what it asks the source is asked on the calling thread.
 *
 * @param <T> the picture of a node
 */
final class MonitorCycle<T> {
  private final MonitorPlan<T> plan;
  private final SecondTry<T> second;
  private final Telling<T> telling;
  private final CoreLog log;
  private final GroupHistory history = new GroupHistory();

  /** The nodes of the group, as last told or counted. */
  private final Map<UUID, ClusterNode> known = new HashMap<>();

  /** Those whose record nobody here understands: told once, until it can be read. */
  private final Set<UUID> unreadable = new HashSet<>();

  private int updated;
  private int left;
  private @Nullable End end;

  /** Why it is over. */
  record End(MonitorEnd why, String detail) {}

  MonitorCycle(MonitorPlan<T> plan, MonitorSource source, BooleanSupplier stopping, CoreLog log) {
    this.plan = plan;
    this.second = new SecondTry<>(plan.decoder(), source);
    this.log = log;
    this.telling = new Telling<>(plan, stopping, log);
  }

  Telling<T> telling() {
    return telling;
  }

  /** Null while it goes on. */
  @Nullable End end() {
    return end;
  }

  /** The nodes it has told, and those whose record cannot be read. */
  Set<UUID> nodes() {
    Set<UUID> all = new HashSet<>(known.keySet());
    all.addAll(unreadable);
    return all;
  }

  /** Works in what was seen at once: what joined one by one, the rest in numbers. */
  void batch(Collection<NodeSighting> sightings) {
    updated = 0;
    left = 0;
    for (NodeSighting sighting : sightings) {
      if (telling.isOver()) {
        return;
      }
      StoredRecord record = sighting.record();
      if (record == null) {
        gone(sighting.incarnation());
      } else {
        seen(sighting.incarnation(), record);
      }
    }
    tellCounts();
  }

  private void tellCounts() {
    telling.updated(updated);
    telling.left(left);
  }

  // ---- nodes

  private void gone(UUID incarnation) {
    unreadable.remove(incarnation);
    left += known.remove(incarnation) == null ? 0 : 1;
  }

  private void seen(UUID incarnation, StoredRecord record) {
    try {
      readable(incarnation, record, RecordCodec.decodeNode(record.value()));
    } catch (RecordFormatException why) {
      if (unreadable.add(incarnation)) {
        readAgain(incarnation, record, why);
      }
    }
  }

  private void readable(UUID incarnation, StoredRecord record, NodeRecord said) {
    unreadable.remove(incarnation);
    boolean takesPart =
        said.state() == NodeState.ALIVE
            && (said.everyGroup() || said.groups().contains(plan.group()));
    if (!takesPart) {
      gone(incarnation);
      return;
    }
    ClusterNode now = said.describe(incarnation);
    ClusterNode before = known.put(incarnation, now);
    if (before == null) {
      joined(raw(incarnation, record), now);
    } else {
      updated += before.equals(now) ? 0 : 1;
    }
  }

  private static RawRecord raw(UUID incarnation, StoredRecord record) {
    return new RawRecord(incarnation, record.version().value(), record.value());
  }

  private void joined(RawRecord raw, ClusterNode node) {
    telling.raw(raw);
    if (!telling.hearsDecoded() || telling.isOver()) {
      return;
    }
    T picture;
    try {
      picture = second.decode(node);
    } catch (Exception failure) {
      undecodable(CallbackType.JOINED_DECODED, raw, failure);
      return;
    }
    telling.decoded(picture, raw);
  }

  private void readAgain(UUID incarnation, StoredRecord record, RecordFormatException why) {
    Optional<StoredRecord> again = second.read(record);
    if (telling.isOver() || again.isEmpty()) {
      return;
    }
    try {
      readable(incarnation, again.get(), RecordCodec.decodeNode(again.get().value()));
    } catch (RecordFormatException still) {
      RawRecord raw = raw(incarnation, again.get());
      boolean joins = !known.containsKey(incarnation);
      if (joins) {
        telling.raw(raw);
      }
      undecodable(joins ? CallbackType.JOINED_DECODED : CallbackType.UPDATED, raw, why);
    }
  }

  private void undecodable(CallbackType kind, RawRecord raw, Exception why) {
    String message = MESSAGES.undecodable(raw.incarnation().toString(), plan.group(), shown(why));
    log.undecodable(message, raw.toString());
    unread(new MonitorError(kind, message, Optional.of(why), Optional.of(raw)));
  }

  private static String shown(Exception why) {
    return String.valueOf(why instanceof RecordFormatException ? why.getMessage() : why);
  }

  /** What follows is as configured. */
  private void unread(MonitorError error) {
    telling.error(error);
    if (plan.options().decodeFailureMode() == DecodeFailureMode.ABORT) {
      telling.altered("its records are of a format that cannot be read: watching ends");
      end(MonitorEnd.DECODE_FAILURE, error.message());
    }
  }

  // ---- the group

  /** Works in a record of the group. */
  void group(StoredRecord record) {
    try {
      changed(new GroupSighting.Present(RecordCodec.decodeGroup(record.value())));
    } catch (RecordFormatException why) {
      groupAgain(record, why);
    }
  }

  private void groupAgain(StoredRecord record, RecordFormatException why) {
    Optional<StoredRecord> again = second.read(record);
    if (telling.isOver() || again.isEmpty()) {
      return;
    }
    try {
      GroupRecord read = RecordCodec.decodeGroup(again.get().value());
      changed(new GroupSighting.Present(read));
    } catch (RecordFormatException still) {
      changed(new GroupSighting.Unreadable(String.valueOf(why.getMessage())));
    }
  }

  /** The group is not there. */
  void groupAbsent() {
    changed(new GroupSighting.Absent());
  }

  private void changed(GroupSighting sighting) {
    for (GroupChange change : history.see(sighting)) {
      if (telling.isOver()) {
        return;
      }
      if (change instanceof GroupChange.Altered altered) {
        altered(altered);
      } else {
        telling.dropped();
        end(MonitorEnd.GROUP_DROPPED, MESSAGES.monitoredGroupGone(plan.group()));
      }
    }
  }

  private void altered(GroupChange.Altered altered) {
    if (altered.alteration() != Alteration.FORMAT) {
      telling.altered(altered.detail());
      return;
    }
    String message = MESSAGES.groupUndecodable(plan.group(), altered.detail());
    log.monitorProblem(null, message);
    unread(
        new MonitorError(CallbackType.GROUP_ALTERED, message, Optional.empty(), Optional.empty()));
    telling.altered(altered.detail());
  }

  RecordKey groupKey() {
    return new RecordKey(RecordKind.GROUP, plan.group());
  }

  // ---- the end

  /** The store did not answer a look; it is asked again. */
  void silent(Exception why) {
    telling.errorOfAll(MESSAGES.monitorUnanswered(plan.group(), why.toString()), why);
  }

  /** The store has not answered for longer than is borne. */
  void silentForGood() {
    String text =
        MESSAGES.monitorGaveUp(
            plan.group(), plan.options().reconnectWithin().orElseThrow().toString());
    end(MonitorEnd.UNREACHABLE, text);
  }

  /** Something that should not happen. */
  void failed(RuntimeException why) {
    String message = MESSAGES.monitorFailed(plan.group(), why.toString());
    telling.errorOfAll(message, why);
    end(MonitorEnd.FAILED, message);
  }

  private void end(MonitorEnd why, String detail) {
    if (end == null && !telling.isOver()) {
      end = new End(why, detail);
      telling.end();
    }
  }
}
