package dev.primacy.cdi;

import dev.primacy.GroupStanding;
import dev.primacy.InGroup;
import dev.primacy.NodeRole;
import dev.primacy.core.messaging.Via;
import dev.primacy.event.Became;
import dev.primacy.event.ClusterEvent;
import dev.primacy.event.ClusterMonitorError;
import dev.primacy.event.EnvelopedEvent;
import dev.primacy.event.ErrorOf;
import dev.primacy.event.EventId;
import dev.primacy.event.FromCluster;
import dev.primacy.event.GroupDropped;
import dev.primacy.event.GroupEvent;
import dev.primacy.event.Lost;
import dev.primacy.event.MonitorStopped;
import dev.primacy.event.NodeRoleChanged;
import dev.primacy.event.NodeRoleChanging;
import dev.primacy.event.OfSeverity;
import dev.primacy.event.OperationalEvent;
import dev.primacy.event.Origin;
import dev.primacy.event.OriginType;
import dev.primacy.event.ProblemReported;
import dev.primacy.event.ProblemSeverity;
import dev.primacy.event.Queue;
import dev.primacy.event.StandingChanged;
import dev.primacy.event.SubType;
import dev.primacy.event.TopicPattern;
import dev.primacy.event.View;
import dev.primacy.event.ViewEvent;
import dev.primacy.watch.NodeView;
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
 * @param about the view of an event of one, or what could not be told; null for other events
 * @param severity of a problem; null for other events
 * @param cluster whether a node published it for the cluster
 * @param queued whether it is for the observers of a queue, and no others
 */
record EventTopic(
    Class<? extends ClusterEvent> type,
    @Nullable String group,
    @Nullable NodeRole became,
    @Nullable NodeRole lost,
    @Nullable Class<?> about,
    @Nullable ProblemSeverity severity,
    boolean cluster,
    boolean queued) {
  private static final Set<Class<? extends Annotation>> CARRIED =
      Set.of(
          Any.class,
          InGroup.class,
          Became.class,
          Lost.class,
          EventId.class,
          View.class,
          ErrorOf.class,
          OfSeverity.class,
          FromCluster.class,
          Queue.class,
          Origin.class,
          SubType.class,
          OriginType.class,
          TopicPattern.class);

  /** On every event with an envelope; what they say is compared by {@link Selection}. */
  private static final List<Annotation> OF_ENVELOPES =
      List.of(
          Origin.Literal.of(""),
          SubType.Literal.of(""),
          OriginType.Literal.of(""),
          TopicPattern.Literal.of(""));

  /** What is told in one order with events of nodes. */
  private static final Set<Class<?>> AMONG_NODES =
      Set.of(ClusterMonitorError.class, MonitorStopped.class);

  static EventTopic of(ClusterEvent event) {
    return of(event, Via.HERE);
  }

  static EventTopic of(ClusterEvent event, Via via) {
    if (event instanceof NodeRoleChanged changed) {
      return ofRole(changed, changed.current(), changed.previous().orElse(null));
    }
    if (event instanceof NodeRoleChanging changing) {
      return ofRole(changing, changing.to(), changing.from());
    }
    String group = event instanceof GroupEvent grouped ? grouped.group() : null;
    boolean queued = !via.queue().isEmpty();
    return new EventTopic(
        event.getClass(),
        group,
        null,
        null,
        about(event),
        event instanceof ProblemReported problem ? problem.severity() : null,
        via.cluster(),
        queued);
  }

  private static EventTopic ofRole(GroupEvent event, NodeRole became, @Nullable NodeRole lost) {
    return new EventTopic(event.getClass(), event.group(), became, lost, null, null, false, false);
  }

  private static @Nullable Class<?> about(ClusterEvent event) {
    if (event instanceof ViewEvent viewed) {
      return viewed.view();
    }
    return event instanceof ClusterMonitorError failed ? failed.kind() : null;
  }

  /** The group of which nothing may follow, unless it is joined or made again; empty otherwise. */
  static Optional<String> groupThatEnds(ClusterEvent event) {
    if (event instanceof NodeRoleChanged changed && changed.standing() == GroupStanding.LEFT) {
      return Optional.of(changed.group());
    }
    if (event instanceof GroupDropped dropped) {
      return Optional.of(dropped.group());
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
    if (EnvelopedEvent.class.isAssignableFrom(type)) {
      return cluster ? "(cluster)" : "(services)";
    }
    if (ViewEvent.class.isAssignableFrom(type) && about != null) {
      return "(view " + about.getName() + ")";
    }
    return OperationalEvent.class.isAssignableFrom(type) && !AMONG_NODES.contains(type)
        ? "(operational)"
        : "(nodes)";
  }

  /** Whether some event is fired with such a qualifier. */
  static boolean mayCarry(Annotation qualifier) {
    return CARRIED.contains(qualifier.annotationType());
  }

  Annotation[] qualifiers() {
    List<Annotation> qualifiers = grouped();
    if (about != null) {
      qualifiers.add(narrowed(about));
    }
    if (EnvelopedEvent.class.isAssignableFrom(type)) {
      qualifiers.addAll(enveloped());
    }
    EventId id = type.getAnnotation(EventId.class);
    if (id != null) {
      qualifiers.add(id);
    }
    return qualifiers.toArray(Annotation[]::new);
  }

  private List<Annotation> grouped() {
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
    return qualifiers;
  }

  private List<Annotation> enveloped() {
    List<Annotation> qualifiers = new ArrayList<>(OF_ENVELOPES);
    if (severity != null) {
      qualifiers.add(OfSeverity.Literal.of(severity));
    }
    if (cluster) {
      qualifiers.add(FromCluster.Literal.INSTANCE);
    }
    if (queued) {
      qualifiers.add(Queue.Literal.of("", false));
    }
    return qualifiers;
  }

  private Annotation narrowed(Class<?> to) {
    return type == ClusterMonitorError.class
        ? ErrorOf.Literal.of(to.asSubclass(ClusterEvent.class))
        : View.Literal.of(to.asSubclass(NodeView.class));
  }
}
