package dev.primacy.engine.relay;

import dev.primacy.spi.Engine;
import java.util.function.UnaryOperator;

/** The engine without its own limits on writes: what is left is the way to the relay and back. */
public final class Unlimited {
  private Unlimited() {}

  /** The engine. */
  public static Engine engine() {
    return new RelayEngine(UnaryOperator.identity());
  }
}
