package dev.primacy.core.runtime;

/**
 * What an application makes of Primacy. Where it is nothing, no engine is started.
 *
 * @param guarded whether anything is guarded by {@code @PrimaryOnly}
 * @param observed whether an event is observed or a view injected
 * @since 0.1
 */
public record Usage(boolean guarded, boolean observed) {

  /** Nothing at all. */
  public static final Usage NONE = new Usage(false, false);

  /** Everything. */
  public static final Usage FULL = new Usage(true, true);

  /**
   * Whether there is any use in taking part.
   *
   * @return true if anything is guarded, observed or injected
   */
  public boolean any() {
    return guarded || observed;
  }
}
