package dev.primacy.cdi;

import dev.primacy.InGroup;
import dev.primacy.NodeRole;
import dev.primacy.event.Became;
import dev.primacy.event.ClusterEvent;
import dev.primacy.event.EventId;
import dev.primacy.event.GroupEvent;
import dev.primacy.event.Lost;
import dev.primacy.event.NodeRoleChanged;
import dev.primacy.event.NodeRoleChanging;
import dev.primacy.event.OperationalEvent;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What decides who hears an event: its type and qualifiers. Events of one topic are fired through
 * one {@code Event} object, so that observers are resolved once per topic and not per event.
 *
 * @param type the event's type
 * @param group its group; empty for events of the cluster
 * @param became the role gained; empty unless a role changes
 * @param lost the role given up; empty unless a role changes
 */
record EventTopic(
    Class<? extends ClusterEvent> type,
    Optional<String> group,
    Optional<NodeRole> became,
    Optional<NodeRole> lost) {

  static EventTopic of(ClusterEvent event) {
    if (event instanceof NodeRoleChanged changed) {
      return new EventTopic(
          changed.getClass(),
          Optional.of(changed.group()),
          Optional.of(changed.current()),
          changed.previous());
    }
    if (event instanceof NodeRoleChanging changing) {
      return new EventTopic(
          changing.getClass(),
          Optional.of(changing.group()),
          Optional.of(changing.to()),
          Optional.of(changing.from()));
    }
    Optional<String> group =
        event instanceof GroupEvent grouped ? Optional.of(grouped.group()) : Optional.empty();
    return new EventTopic(event.getClass(), group, Optional.empty(), Optional.empty());
  }

  /** Events of one lane are delivered one at a time, in order. */
  String lane() {
    return group.orElseGet(
        () -> OperationalEvent.class.isAssignableFrom(type) ? "(operational)" : "(nodes)");
  }

  Annotation[] qualifiers() {
    List<Annotation> qualifiers = new ArrayList<>();
    group.map(InGroup.Literal::of).ifPresent(qualifiers::add);
    became.map(Became.Literal::of).ifPresent(qualifiers::add);
    lost.map(Lost.Literal::of).ifPresent(qualifiers::add);
    Optional.ofNullable(type.getAnnotation(EventId.class)).ifPresent(qualifiers::add);
    return qualifiers.toArray(Annotation[]::new);
  }
}
