package dev.primacy.cdi;

import dev.primacy.GroupStanding;
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
import dev.primacy.event.StandingChanged;
import jakarta.enterprise.inject.Any;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What decides who hears an event: its type and qualifiers. Made and looked up for every event, and
 * so without a wrapper round what may be absent.
 *
 * @param type the event's type
 * @param group its group; null for events of the cluster
 * @param became the role gained; null unless a role changes
 * @param lost the role given up; null unless a role changes
 */
record EventTopic(
    Class<? extends ClusterEvent> type,
    @Nullable String group,
    @Nullable NodeRole became,
    @Nullable NodeRole lost) {
  private static final Set<Class<? extends Annotation>> CARRIED =
      Set.of(Any.class, InGroup.class, Became.class, Lost.class, EventId.class);

  static EventTopic of(ClusterEvent event) {
    if (event instanceof NodeRoleChanged changed) {
      NodeRole lost = changed.previous().orElse(null);
      return new EventTopic(NodeRoleChanged.class, changed.group(), changed.current(), lost);
    }
    if (event instanceof NodeRoleChanging changing) {
      return new EventTopic(
          NodeRoleChanging.class, changing.group(), changing.to(), changing.from());
    }
    String group = event instanceof GroupEvent grouped ? grouped.group() : null;
    return new EventTopic(event.getClass(), group, null, null);
  }

  /** The group whose last event this is; empty if more may follow. */
  static Optional<String> groupThatEnds(ClusterEvent event) {
    if (event instanceof NodeRoleChanged changed && changed.standing() == GroupStanding.LEFT) {
      return Optional.of(changed.group());
    }
    return event instanceof StandingChanged changed && changed.current() == GroupStanding.LEFT
        ? Optional.of(changed.group())
        : Optional.empty();
  }

  /** Events of one lane are delivered one at a time, in order. */
  String lane() {
    if (group != null) {
      return group;
    }
    return OperationalEvent.class.isAssignableFrom(type) ? "(operational)" : "(nodes)";
  }

  /** Whether some event is fired with such a qualifier. */
  static boolean mayCarry(Annotation qualifier) {
    return CARRIED.contains(qualifier.annotationType());
  }

  Annotation[] qualifiers() {
    List<Annotation> qualifiers = new ArrayList<>();
    if (group != null) {
      qualifiers.add(InGroup.Literal.of(group));
    }
    if (became != null) {
      qualifiers.add(Became.Literal.of(became));
    }
    if (lost != null) {
      qualifiers.add(Lost.Literal.of(lost));
    }
    EventId id = type.getAnnotation(EventId.class);
    if (id != null) {
      qualifiers.add(id);
    }
    return qualifiers.toArray(Annotation[]::new);
  }
}
