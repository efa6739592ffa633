package dev.primacy.engine.zookeeper;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Whether ZooKeeper lets this node have what it asks for, by the latest answer. On any thread. */
final class Permission {

  private final Consumer<String> listener;
  private volatile @Nullable String refusal;

  /**
   * Makes one that nothing is known against.
   *
   * @param listener told the reason once each time that refusals begin; only hands over
   */
  Permission(Consumer<String> listener) {
    this.listener = listener;
  }

  void granted() {
    refusal = null;
  }

  void refused(String reason) {
    boolean begins = refusal == null;
    refusal = reason;
    if (begins) {
      listener.accept(reason);
    }
  }

  /** Why it is refused, if it is. */
  @Nullable String refusal() {
    return refusal;
  }
}
