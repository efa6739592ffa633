package dev.primacy.core.runtime;

import dev.primacy.RoleEvents;
import dev.primacy.core.catalogue.Catalogue;
import dev.primacy.core.history.Archiving;
import dev.primacy.core.history.LiveHistory;
import dev.primacy.core.messaging.Via;
import dev.primacy.event.ClusterEvent;
import dev.primacy.event.EnvelopedEvent;
import dev.primacy.event.EventEnvelope;
import dev.primacy.event.EventStatus;
import dev.primacy.event.NodeRoleChanging;
import dev.primacy.event.TransitionInProgress;
import java.time.Duration;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Records what goes by to observers and callbacks, and tells what follows from it. Recorded before
 * it is delivered, so that whoever observes an event finds it; what follows is told after it.
 */
final class Chronicle implements EventSink {
  private static final Duration LAST_WRITING = Duration.ofSeconds(2);

  private final Subscriptions next;
  private final LiveHistory history;
  private final Catalogue catalogue;

  // set before the first event
  private volatile Predicate<EnvelopedEvent> teller = draft -> false;
  private volatile @Nullable Archiving archiving;

  Chronicle(Subscriptions next, LiveHistory history, Catalogue catalogue) {
    this.next = next;
    this.history = history;
    this.catalogue = catalogue;
  }

  RoleEvents roleEvents() {
    return next;
  }

  LiveHistory history() {
    return history;
  }

  /** Keeps what is recorded for longer; before the first event. */
  void keepIn(Archiving archive) {
    archiving = archive;
    history.keepIn(archive);
    archive.start();
  }

  /** Begins to tell. */
  void started(Predicate<EnvelopedEvent> tells) {
    teller = tells;
    catalogue.started().forEach(this::tell);
  }

  /** The last events follow. */
  void stopping() {
    catalogue.stopping().forEach(this::tell);
  }

  /** Writes what waits, for a bounded time. Again does nothing. */
  void close() {
    Archiving open = archiving;
    if (open == null) {
      return;
    }
    archiving = null;
    try {
      open.close(LAST_WRITING);
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    } finally {
      history.keepInMemory();
    }
  }

  private void tell(EnvelopedEvent draft) {
    if (hears(draft.getClass())) {
      // not told if so much waits that nobody keeps up, as with all that is not a role
      var unused = teller.test(draft);
    }
  }

  @Override
  public DeliveryReport deliver(ClusterEvent event) {
    return deliver(event, Via.HERE);
  }

  @Override
  public DeliveryReport deliver(ClusterEvent event, Via via) {
    if (via.isFor("")) {
      // of a queue it came, or will come, to all nodes as well
      history.record(event);
    }
    DeliveryReport report = next.deliver(watched(event), via);
    if (!(event instanceof EnvelopedEvent)) {
      catalogue.after(event).forEach(this::tell);
    }
    return report;
  }

  /** With an ear for whoever asks for more time. */
  private ClusterEvent watched(ClusterEvent event) {
    if (!(event instanceof NodeRoleChanging changing) || !hears(TransitionInProgress.class)) {
      return event;
    }
    return new NodeRoleChanging(
        changing.group(),
        changing.node(),
        changing.seq(),
        changing.from(),
        changing.to(),
        changing.token(),
        changing.cause(),
        changing.at(),
        more -> {
          changing.stillWorking(more);
          inProgress(changing.group(), more);
        });
  }

  private void inProgress(String group, Duration more) {
    if (!more.isNegative() && !more.isZero()) {
      EventEnvelope draft = EventEnvelope.of(group).withStatus(EventStatus.IN_PROGRESS);
      tell(new TransitionInProgress(draft, more));
    }
  }

  @Override
  public boolean hears(Class<? extends ClusterEvent> type) {
    return next.hears(type) || history.hears(type);
  }

  @Override
  public void reportLateTo(LateFailures failures) {
    next.reportLateTo(failures);
  }

  @Override
  public void around(ClusterEvent event, Runnable callback) {
    next.around(event, callback);
  }

  @Override
  public boolean isTenant(String group) {
    return next.isTenant(group);
  }

  @Override
  public void tenureEnds(String group) {
    next.tenureEnds(group);
  }
}
