package dev.primacy.core.runtime;

import dev.primacy.core.dispatch.Lane;
import dev.primacy.core.messaging.Stamps;
import dev.primacy.event.EnvelopedEvent;
import java.util.function.BiConsumer;

/**
 * Tells what Primacy's own modules have to tell, in the order in which they told it: on a lane of
 * its own, beside those of groups and nodes.
 */
final class Announcements {
  /** The lane's name, and that of its topics. */
  static final String LANE = "services";

  private final Lane lane;
  private final Stamps stamps;
  private final BiConsumer<Lane, EnvelopedEvent> deliver;

  Announcements(Lane lane, Stamps stamps, BiConsumer<Lane, EnvelopedEvent> deliver) {
    this.lane = lane;
    this.stamps = stamps;
    this.deliver = deliver;
  }

  /** How many wait to be told. */
  int waiting() {
    return lane.waiting();
  }

  Stamps stamps() {
    return stamps;
  }

  /**
   * Any thread. Stamped when its turn comes, so that numbers are in the order of delivery.
   *
   * @return false if too much waits to be told already
   */
  boolean tell(EnvelopedEvent draft) {
    return lane.offer(() -> deliver.accept(lane, stamps.stamped(draft)));
  }
}
