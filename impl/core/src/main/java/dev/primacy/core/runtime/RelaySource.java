package dev.primacy.core.runtime;

import dev.primacy.spi.RecordKey;
import dev.primacy.spi.RecordStore;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * What a relay hands on: this node's own way to the store.
 *
 * @since 0.1
 */
public interface RelaySource {

  /** Ends what was begun. */
  @FunctionalInterface
  interface Registration extends AutoCloseable {

    /** A second call does nothing. */
    @Override
    void close();
  }

  /**
   * The cluster whose records they are.
   *
   * @return {@code primacy.cluster}
   */
  String cluster();

  /**
   * The lease of this node, which its followers have to accept.
   *
   * @return {@code primacy.lease}
   */
  Duration lease();

  /**
   * Whether this node reaches the store through another one itself, and so hands nothing on.
   *
   * @return what its engine says
   */
  boolean followsOnly();

  /**
   * The store as it is open now: asked for anew for each request, and never closed.
   *
   * @return one that answers nothing while none is open
   */
  RecordStore store();

  /**
   * Registers for the hints this node gets.
   *
   * @param hint gets each key that may have changed, on a thread of the engine; only hands over
   * @return ends it
   */
  Registration watch(Consumer<RecordKey> hint);
}
