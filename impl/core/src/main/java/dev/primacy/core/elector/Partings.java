package dev.primacy.core.elector;

import dev.primacy.core.record.RecordCodec;
import dev.primacy.core.record.RecordFormatException;
import dev.primacy.event.RoleChangeCause;
import dev.primacy.spi.StoredRecord;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/**
 * The groups that are left one by one while the node stays (R5). A group is forgotten once the
 * store certainly does not name this node as its holder; with it goes what was burned, so that
 * whoever joins it again believes only what is asked from then on.
 */
final class Partings {

  private final UUID self;
  private final ElectionRules rules;
  private final Exchange exchange;
  private final OwnRecord own;
  private final Agenda agenda;
  private final Function<Input.Join, Joined> joins;

  /** Joined again before they were forgotten. */
  private final Map<String, Input.Join> again = new HashMap<>();

  private int underWay;

  /** The newest request when the last group was forgotten; 0 while none was. */
  private long forgottenAsOf;

  /**
   * @param joins begins to look after a group
   */
  Partings(
      NodeSettings node,
      ElectionRules rules,
      Exchange exchange,
      OwnRecord own,
      Agenda agenda,
      Function<Input.Join, Joined> joins) {
    this.self = node.self().incarnation();
    this.rules = rules;
    this.exchange = exchange;
    this.own = own;
    this.agenda = agenda;
    this.joins = joins;
  }

  /** Takes part in a group no more. */
  void leave(String group) {
    again.remove(group);
    own.takeNoPartIn(group);
    Joined joined = agenda.get(group);
    if (joined == null) {
      exchange.tell(new Action.GroupLeft(group));
    } else {
      part(joined);
      agenda.touch(joined);
    }
  }

  private void part(Joined joined) {
    underWay += joined.parting ? 0 : 1;
    joined.parting = true;
    joined.track.retire(RoleChangeCause.LEFT);
  }

  /** Has a join wait until the group was forgotten; false if it need not. */
  boolean defer(Input.Join join) {
    Joined before = agenda.get(join.group());
    if (before == null || !before.parting) {
      return false;
    }
    again.put(join.group(), join);
    return true;
  }

  /**
   * Forgets those that are held no more.
   *
   * @param due the groups this step is about
   * @return the joins that waited for it
   */
  List<Input.Join> forget(Collection<Joined> due) {
    if (underWay == 0) {
      return List.of();
    }
    List<Joined> free =
        due.stream()
            .filter(joined -> joined.parting && rules.mayForget(joined.track.mayBeHeldByUs()))
            .toList();
    free.forEach(this::forget);
    return free.stream()
        .filter(joined -> again.containsKey(joined.track.name))
        .map(joined -> again.remove(joined.track.name))
        .toList();
  }

  private void forget(Joined joined) {
    underWay--;
    forgottenAsOf = exchange.lastNumber();
    joined.track.confirmRelease();
    agenda.remove(joined);
    if (!again.containsKey(joined.track.name)) {
      exchange.tell(new Action.GroupLeft(joined.track.name));
    }
  }

  /**
   * Looks for groups that were left and yet name this node: a write whose fate was unknown came
   * late. Nobody else could take such a group as long as this node lives.
   */
  void giveBackStrays(Exchange.Asked asked, Collection<StoredRecord> groups) {
    if (forgottenAsOf == 0 || asked.number() <= forgottenAsOf) {
      return;
    }
    for (StoredRecord found : groups) {
      if (agenda.get(found.key().name()) == null && isStray(found)) {
        Joined stray = joins.apply(new Input.Join(found.key().name(), ElectionPolicy.AUTOMATIC));
        part(stray);
        stray.track.suspect();
      }
    }
  }

  private boolean isStray(StoredRecord found) {
    try {
      return rules.isStray(RecordCodec.decodeGroup(found.value()), self);
    } catch (RecordFormatException unreadable) {
      return false;
    }
  }
}
