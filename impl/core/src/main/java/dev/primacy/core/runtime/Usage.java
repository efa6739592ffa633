package dev.primacy.core.runtime;

/**
 * What an application makes of Primacy. Where it is nothing, no engine is started.
 *
 * @param guarded whether anything is guarded by {@code @PrimaryOnly}
 * @param observed whether an event is observed or a view injected
 * @param joining whether groups are joined at run time
 * @since 0.1
 */
public record Usage(boolean guarded, boolean observed, boolean joining) {

  /** Nothing at all. */
  public static final Usage NONE = new Usage(false, false, false);

  /** Everything. */
  public static final Usage FULL = new Usage(true, true, true);

  /**
   * Whether there is any use in taking part.
   *
   * @return true if anything is guarded, observed, injected or joined
   */
  public boolean any() {
    return guarded || observed || joining;
  }
}
