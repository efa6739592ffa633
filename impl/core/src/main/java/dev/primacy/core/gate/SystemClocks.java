package dev.primacy.core.gate;

/**
 * The clocks of the machine: {@link System#nanoTime} and {@link System#currentTimeMillis}.
 *
 * @since 0.1
 */
public enum SystemClocks implements Clocks {
  /** The only instance. */
  INSTANCE;

  @Override
  public long nanos() {
    return System.nanoTime();
  }

  @Override
  public long millis() {
    return System.currentTimeMillis();
  }
}
