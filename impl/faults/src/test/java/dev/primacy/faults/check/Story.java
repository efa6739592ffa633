package dev.primacy.faults.check;

import dev.primacy.FencingToken;
import dev.primacy.NodeRole;
import dev.primacy.faults.history.Admission;
import dev.primacy.faults.history.Answer;
import dev.primacy.faults.history.Arrival;
import dev.primacy.faults.history.Call;
import dev.primacy.faults.history.Entry;
import dev.primacy.faults.history.Episode;
import dev.primacy.faults.history.History;
import dev.primacy.faults.history.Reading;
import dev.primacy.faults.history.RoleChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** A run in which all went well, two primaries long, and what may be changed about it. */
final class Story {
  static final UUID SCOPE = new UUID(0, 1);
  static final UUID LATER_SCOPE = new UUID(0, 2);
  static final String A = "n1.1";
  static final String B = "n2.1";

  private final List<Entry> entries = new ArrayList<>();

  /** Two writes of a first primary, which then dies, and two of its successor. */
  static Story good() {
    return new Story()
        .add(role(A, 1, null, NodeRole.SECONDARY, null))
        .add(role(A, 2, NodeRole.SECONDARY, NodeRole.PRIMARY, token(1)))
        .written("w1", A, token(1), 100)
        .written("w2", A, token(1), 200)
        .add(role(A, 3, NodeRole.PRIMARY, NodeRole.SECONDARY, token(1)))
        .add(role(B, 1, null, NodeRole.SECONDARY, null))
        .add(role(B, 2, NodeRole.SECONDARY, NodeRole.PRIMARY, token(2)))
        .written("w3", B, token(2), 300)
        .written("w4", B, token(2), 400)
        .add(call("w5", Answer.NOT_RUN, 410))
        .add(call("w6", Answer.UNKNOWN, 420))
        .add(new Reading(A, "SECONDARY", "SECONDARY", 500))
        .add(new Episode("kill", 210, 280, OptionalLong.of(340), 100));
  }

  static FencingToken token(long term) {
    return new FencingToken(SCOPE, term);
  }

  static RoleChange role(
      String process, long seq, NodeRole previous, NodeRole current, FencingToken token) {
    return new RoleChange(
        process,
        seq,
        Optional.ofNullable(previous),
        current,
        "ACQUIRED",
        Optional.ofNullable(token),
        seq);
  }

  static Call call(String id, Answer answer, long at) {
    return new Call(id, "n1", at, at + 9, answer, Optional.empty(), Optional.empty(), "503");
  }

  static Admission admission(String id, String process, FencingToken token, long at) {
    return new Admission(id, process, token, at + 1, at + 2);
  }

  static Arrival arrival(String id, String process, FencingToken token, long at) {
    return new Arrival(id, process, token, true, at + 4);
  }

  Story add(Entry entry) {
    entries.add(entry);
    return this;
  }

  Story written(String id, String process, FencingToken token, long at) {
    return add(new Call(
            id,
            process.substring(0, 2),
            at,
            at + 9,
            Answer.DONE,
            Optional.of(process),
            Optional.of(token),
            "200"))
        .add(admission(id, process, token, at))
        .add(arrival(id, process, token, at));
  }

  /** The story with every entry of a kind made another one. */
  <T extends Entry> Story with(Class<T> kind, UnaryOperator<T> change) {
    Story changed = new Story();
    entries.forEach(
        entry -> changed.add(kind.isInstance(entry) ? change.apply(kind.cast(entry)) : entry));
    return changed;
  }

  /** The story without the entries of a kind that are about a call. */
  Story without(Class<? extends Entry> kind, String id) {
    Story changed = new Story();
    entries.stream()
        .filter(entry -> !(kind.isInstance(entry) && entry.line().contains("\t" + id + "\t")))
        .forEach(changed::add);
    return changed;
  }

  History history() {
    return new History(entries);
  }
}
