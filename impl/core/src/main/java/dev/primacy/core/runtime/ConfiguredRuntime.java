package dev.primacy.core.runtime;

import dev.primacy.Membership;
import dev.primacy.RoleEvents;
import dev.primacy.control.Alarms;
import dev.primacy.core.gate.Gate;
import dev.primacy.core.messaging.MessagingStatus;
import dev.primacy.core.messaging.Publishing;
import dev.primacy.core.settings.Mode;
import dev.primacy.event.EnvelopedEvent;
import dev.primacy.history.EventHistory;
import dev.primacy.spi.Engine;
import dev.primacy.watch.NodeFollower;
import dev.primacy.watch.NodeView;
import java.util.Optional;
import java.util.Set;

/** What a runtime answers from what it is made of, whether or not it has an engine. */
interface ConfiguredRuntime extends PrimacyRuntime {

  /** Of every configured group. */
  Memberships memberships();

  /** Where events go. */
  Deliveries deliveries();

  /** Events between nodes. */
  Exchange exchange();

  /** What goes to observers, and what was. */
  Chronicle chronicle();

  @Override
  default RoleEvents roleEvents() {
    return chronicle().roleEvents();
  }

  @Override
  default EventHistory history() {
    return chronicle().history();
  }

  @Override
  default Publishing publishing() {
    return exchange();
  }

  @Override
  default MessagingStatus messagingStatus() {
    return exchange().status();
  }

  @Override
  default Optional<String> engine() {
    return settings().engine().map(Engine::name);
  }

  @Override
  default Alarms alarms() {
    return deliveries().alarms();
  }

  @Override
  default boolean tell(EnvelopedEvent draft) {
    return settings().mode() != Mode.DISABLED
        && deliveries().hears(draft.getClass())
        && deliveries().announcements().tell(draft);
  }

  @Override
  default NodeFollower viewFeed(Class<? extends NodeView> type, NodeView view) {
    return new ViewFeed(type, view, deliveries());
  }

  @Override
  default Set<String> groups() {
    return memberships().groups();
  }

  @Override
  default Optional<String> defaultGroup() {
    return settings().defaultGroup();
  }

  @Override
  default Membership membership(String group) {
    return memberships().get(group);
  }

  @Override
  default Gate gate(String group) {
    return memberships().get(group).gate();
  }
}
