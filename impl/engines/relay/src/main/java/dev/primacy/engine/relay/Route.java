package dev.primacy.engine.relay;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which of the relays is asked: one until it fails, then the next. */
final class Route {
  private final List<URI> relays;
  private final Object lock = new Object();

  // guarded by lock
  private int current;

  private volatile Runnable reaction = () -> {};
  private volatile @Nullable URI reached;

  Route(List<URI> relays) {
    // one that is named twice would be taken for the next one after itself
    this.relays = relays.stream().distinct().toList();
  }

  URI relay() {
    synchronized (lock) {
      return relays.get(current);
    }
  }

  /** Whether another one is asked by now. */
  boolean hasLeft(URI relay) {
    return !relay().equals(relay);
  }

  /** From now on this is run, on any thread, whenever another relay than before is to be asked. */
  void whenLeft(Runnable run) {
    reaction = run;
  }

  /**
   * The one that was asked failed: another one, unless somebody else has changed it already.
   *
   * @return false if somebody has
   */
  boolean leave(URI failed) {
    synchronized (lock) {
      if (hasLeft(failed)) {
        return false;
      }
      current = (current + 1) % relays.size();
    }
    if (relays.size() > 1) {
      reaction.run();
    }
    return true;
  }

  /** What one that was left meanwhile answers says nothing of where the others are answered. */
  void answered(URI relay) {
    synchronized (lock) {
      if (!hasLeft(relay)) {
        reached = relay;
      }
    }
  }

  /** The one that answered last; empty if there is no choice, or none answered yet. */
  Optional<String> endpoint() {
    return relays.size() > 1 ? Optional.ofNullable(reached).map(URI::toString) : Optional.empty();
  }
}
