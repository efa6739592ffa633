package dev.primacy.core.runtime;

import dev.primacy.core.messaging.MessagingSetup;

/**
 * What an application makes of Primacy. Where it is nothing, no engine is started.
 *
 * @param guarded whether anything is guarded by {@code @PrimaryOnly}
 * @param observed whether an event is observed or a view injected
 * @param joining whether groups are joined at run time
 * @param messaging what it makes of events between nodes
 * @since 0.1
 */
public record Usage(boolean guarded, boolean observed, boolean joining, MessagingSetup messaging) {

  /** Nothing at all. */
  public static final Usage NONE = new Usage(false, false, false);

  /** Everything. */
  public static final Usage FULL = new Usage(true, true, true);

  /**
   * Without events between nodes.
   *
   * @param guarded whether anything is guarded by {@code @PrimaryOnly}
   * @param observed whether an event is observed or a view injected
   * @param joining whether groups are joined at run time
   */
  public Usage(boolean guarded, boolean observed, boolean joining) {
    this(guarded, observed, joining, MessagingSetup.NONE);
  }

  /**
   * The same with events between nodes.
   *
   * @param next what it makes of them
   * @return the changed usage
   */
  public Usage with(MessagingSetup next) {
    return new Usage(guarded, observed, joining, next);
  }

  /**
   * Whether there is any use in taking part.
   *
   * @return true if anything is guarded, observed, injected or joined
   */
  public boolean any() {
    return guarded || observed || joining;
  }
}
