package dev.primacy.core.runtime;

import dev.primacy.Groups;
import dev.primacy.Membership;
import dev.primacy.RoleEvents;
import dev.primacy.control.Alarms;
import dev.primacy.control.ClusterControl;
import dev.primacy.control.GroupAdmin;
import dev.primacy.core.gate.Gate;
import dev.primacy.core.messaging.MessagingStatus;
import dev.primacy.core.messaging.Publishing;
import dev.primacy.core.settings.Mode;
import dev.primacy.core.settings.Settings;
import dev.primacy.core.vitals.Vitals;
import dev.primacy.event.EnvelopedEvent;
import dev.primacy.history.EventHistory;
import dev.primacy.spi.Engine;
import dev.primacy.watch.ClusterMonitors;
import dev.primacy.watch.NodeFollower;
import dev.primacy.watch.NodeView;
import dev.primacy.watch.NodeWatch;
import java.util.Optional;
import java.util.Set;

/** What a runtime answers from what it is made of, whether or not it has an engine. */
interface ConfiguredRuntime extends PrimacyRuntime {

  /** What it shows of itself. */
  Facets facets();

  /** Where events go. */
  Deliveries deliveries();

  /** Events between nodes. */
  Exchange exchange();

  /** What goes to observers, and what was. */
  Chronicle chronicle();

  /** Of every configured group. */
  default Memberships memberships() {
    return facets().memberships();
  }

  @Override
  default Settings settings() {
    return facets().settings();
  }

  @Override
  default Groups dynamicGroups() {
    return facets().dynamicGroups();
  }

  @Override
  default ClusterControl control() {
    return facets().control();
  }

  @Override
  default GroupAdmin groupAdmin() {
    return facets().groupAdmin();
  }

  @Override
  default NodeWatch nodeWatch() {
    return facets().nodeWatch();
  }

  @Override
  default ClusterMonitors clusterMonitors() {
    return facets().monitors();
  }

  @Override
  default Vitals vitals() {
    return facets().vitals();
  }

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
