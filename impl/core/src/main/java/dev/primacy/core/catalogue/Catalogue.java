package dev.primacy.core.catalogue;

import dev.primacy.ClusterNode;
import dev.primacy.GroupStanding;
import dev.primacy.NodeLifecycle;
import dev.primacy.NodeRole;
import dev.primacy.event.ApplicationStarted;
import dev.primacy.event.ApplicationStopped;
import dev.primacy.event.ClusterEvent;
import dev.primacy.event.EngineConnectionLost;
import dev.primacy.event.EngineConnectionRestored;
import dev.primacy.event.EngineLifecycle;
import dev.primacy.event.EnvelopedEvent;
import dev.primacy.event.EventEnvelope;
import dev.primacy.event.EventStatus;
import dev.primacy.event.GroupDropped;
import dev.primacy.event.GroupLifecycle;
import dev.primacy.event.LifecycleState;
import dev.primacy.event.NodeAttributeAdded;
import dev.primacy.event.NodeJoined;
import dev.primacy.event.NodeLeft;
import dev.primacy.event.NodeLeftCause;
import dev.primacy.event.NodeLifecycleChanged;
import dev.primacy.event.NodeReady;
import dev.primacy.event.NodeRoleChanged;
import dev.primacy.event.NodeUpdated;
import dev.primacy.event.StandingChanged;
import dev.primacy.event.StateInvalidated;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What follows from what was delivered. Knows no thread and no time; may be asked on any thread,
 * for one group or the nodes in the order of their events.
 *
 * <table>
 * <caption>What follows from what</caption>
 * <tr><th>told</th><th>from</th><th>state</th></tr>
 * <tr><td>{@link GroupLifecycle}, once per change</td>
 *   <td>the standing in {@link NodeRoleChanged} and {@link StandingChanged}; {@link GroupDropped}</td>
 *   <td>JOINING: NEW · MEMBER, RELAY, STANDALONE: ACTIVE · SUSPENDED: ERROR · LEFT, dropped:
 *   TERMINATED</td></tr>
 * <tr><td>{@link NodeLifecycleChanged}</td>
 *   <td>{@link NodeJoined}, {@link NodeUpdated} with another life cycle, {@link NodeLeft}</td>
 *   <td>UP: ACTIVE · LEAVING: READY, as it hands over and takes nothing · left, or its record
 *   gone: TERMINATED · expelled or declared dead: ERROR</td></tr>
 * <tr><td>{@link EngineLifecycle}</td>
 *   <td>start, {@link EngineConnectionLost}, {@link EngineConnectionRestored}, stop</td>
 *   <td>ACTIVE · ERROR · ACTIVE · TERMINATED</td></tr>
 * <tr><td>{@link ApplicationStarted}, {@link ApplicationStopped}</td><td>start, stop</td><td></td></tr>
 * <tr><td>{@link NodeReady}, once</td>
 *   <td>the initial {@link NodeRoleChanged} of the last group that is joined at the start</td>
 *   <td></td></tr>
 * <tr><td>{@link NodeAttributeAdded}</td>
 *   <td>{@link NodeUpdated}, for each name that was not there</td><td></td></tr>
 * <tr><td>{@link StateInvalidated}</td><td>{@link NodeRoleChanged} to PRIMARY</td><td></td></tr>
 * </table>
 *
 * <p>Each says by its {@code occurredAt} when that happened which it follows from. A state that is
 * ERROR is told with {@link EventStatus#ERROR}.
 *
 * @since 0.1
 */
public final class Catalogue {
  private final String application;
  private final Optional<String> engine;
  private final Set<String> awaited;
  private final Map<String, LifecycleState> groups = new ConcurrentHashMap<>();

  /**
   * Begins.
   *
   * @param application its name
   * @param engine the engine's; empty if there is none
   * @param first the groups that are joined at the start
   */
  public Catalogue(String application, Optional<String> engine, Set<String> first) {
    this.application = application;
    this.engine = engine;
    this.awaited = ConcurrentHashMap.newKeySet();
    awaited.addAll(first);
  }

  /**
   * What is to be told once Primacy runs, before anything else.
   *
   * @return drafts, in their order
   */
  public List<EnvelopedEvent> started() {
    List<EnvelopedEvent> told = new ArrayList<>();
    told.add(new ApplicationStarted(EventEnvelope.of(application)));
    engine.ifPresent(name -> told.add(engine(name, LifecycleState.ACTIVE, EventEnvelope.draft())));
    return told;
  }

  /**
   * What is to be told before Primacy ends. Of the groups it is told now, because nothing is told
   * of what follows their last events.
   *
   * @return drafts, in their order
   */
  public List<EnvelopedEvent> stopping() {
    List<EnvelopedEvent> told = new ArrayList<>();
    for (String group : new TreeSet<>(groups.keySet())) {
      told.addAll(group(group, LifecycleState.TERMINATED, EventEnvelope.draft()));
    }
    engine.ifPresent(
        name -> told.add(engine(name, LifecycleState.TERMINATED, EventEnvelope.draft())));
    told.add(new ApplicationStopped(EventEnvelope.of(application)));
    return told;
  }

  /**
   * What follows from an event that every observer was told.
   *
   * @param event the event
   * @return drafts, in their order
   */
  public List<EnvelopedEvent> after(ClusterEvent event) {
    if (event instanceof NodeRoleChanged changed) {
      return role(changed);
    }
    if (event instanceof StandingChanged changed) {
      return group(changed.group(), state(changed.current()), draft(event));
    }
    if (event instanceof GroupDropped dropped) {
      return group(dropped.group(), LifecycleState.TERMINATED, draft(event));
    }
    return event instanceof EngineConnectionLost || event instanceof EngineConnectionRestored
        ? connection(event)
        : node(event);
  }

  private static EventEnvelope draft(ClusterEvent event) {
    return EventEnvelope.draft().withOccurredAt(event.at());
  }

  // ---- groups

  private List<EnvelopedEvent> role(NodeRoleChanged changed) {
    EventEnvelope draft = draft(changed);
    List<EnvelopedEvent> told =
        new ArrayList<>(group(changed.group(), state(changed.standing()), draft));
    if (changed.current() == NodeRole.PRIMARY) {
      EventEnvelope of = draft.withOrigin(changed.group());
      changed.token().ifPresent(token -> told.add(new StateInvalidated(of, token)));
    }
    if (changed.isInitial() && awaited.remove(changed.group()) && awaited.isEmpty()) {
      told.add(new NodeReady(draft.withOrigin(changed.node().name())));
    }
    return told;
  }

  /** Not what was told already; of a group that is gone nothing is remembered. */
  private List<EnvelopedEvent> group(String name, LifecycleState state, EventEnvelope draft) {
    LifecycleState before =
        state == LifecycleState.TERMINATED ? groups.remove(name) : groups.put(name, state);
    boolean known = state == LifecycleState.TERMINATED ? before == null : before == state;
    return known
        ? List.of()
        : List.of(new GroupLifecycle(with(state, draft.withOrigin(name)), state));
  }

  private static LifecycleState state(GroupStanding standing) {
    return switch (standing) {
      case JOINING -> LifecycleState.NEW;
      case MEMBER, RELAY, STANDALONE -> LifecycleState.ACTIVE;
      case SUSPENDED -> LifecycleState.ERROR;
      case LEFT -> LifecycleState.TERMINATED;
    };
  }

  // ---- the engine

  private List<EnvelopedEvent> connection(ClusterEvent event) {
    if (engine.isEmpty()) {
      return List.of();
    }
    // not why: that says where the store is, and whoever may know it observes the event itself
    LifecycleState state =
        event instanceof EngineConnectionLost ? LifecycleState.ERROR : LifecycleState.ACTIVE;
    return List.of(engine(engine.get(), state, draft(event)));
  }

  private static EnvelopedEvent engine(String name, LifecycleState state, EventEnvelope draft) {
    return new EngineLifecycle(with(state, draft.withOrigin(name)), state);
  }

  // ---- nodes

  private static List<EnvelopedEvent> node(ClusterEvent event) {
    EventEnvelope draft = draft(event);
    if (event instanceof NodeJoined joined) {
      return List.of(node(joined.joined(), state(joined.joined().lifecycle()), draft));
    }
    if (event instanceof NodeUpdated updated) {
      return updated(updated, draft);
    }
    if (event instanceof NodeLeft left) {
      return List.of(node(left.left(), state(left.cause()), draft));
    }
    return List.of();
  }

  private static List<EnvelopedEvent> updated(NodeUpdated updated, EventEnvelope draft) {
    ClusterNode now = updated.current();
    List<EnvelopedEvent> told = new ArrayList<>();
    if (now.lifecycle() != updated.previous().lifecycle()) {
      told.add(node(now, state(now.lifecycle()), draft));
    }
    EventEnvelope of = draft.withOrigin(now.id().name());
    for (String name : new TreeSet<>(now.attributes().keySet())) {
      if (!updated.previous().attributes().containsKey(name)) {
        told.add(new NodeAttributeAdded(of, now, name, now.attributes().getOrDefault(name, "")));
      }
    }
    return told;
  }

  private static EnvelopedEvent node(ClusterNode node, LifecycleState state, EventEnvelope draft) {
    return new NodeLifecycleChanged(with(state, draft.withOrigin(node.id().name())), state);
  }

  private static LifecycleState state(NodeLifecycle lifecycle) {
    return switch (lifecycle) {
      case UP -> LifecycleState.ACTIVE;
      case LEAVING -> LifecycleState.READY;
      case REMOVED -> LifecycleState.TERMINATED;
    };
  }

  private static LifecycleState state(NodeLeftCause cause) {
    return switch (cause) {
      case LEFT, REMOVED -> LifecycleState.TERMINATED;
      case EXPELLED, DECLARED_DEAD -> LifecycleState.ERROR;
    };
  }

  private static EventEnvelope with(LifecycleState state, EventEnvelope draft) {
    return state == LifecycleState.ERROR ? draft.withStatus(EventStatus.ERROR) : draft;
  }
}
