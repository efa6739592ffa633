package dev.primacy;

/**
 * What {@link PrimaryOnly} does with a call on a node that is not the primary.
 *
 * @since 0.1
 */
public enum OnSecondary {
  /**
   * The caller gets {@link NotPrimaryException}, over REST a {@code 503} with a problem document.
   */
  REJECT,

  /**
   * The call waits on its own thread for this node to become primary, for {@link
   * PrimaryOnly#maxWait} at most, and is let in then; otherwise it is refused as by {@link
   * #REJECT}. Bridges the moment of a hand-over where callers cannot try again.
   *
   * <p>At most {@code primacy.guard.waiting} calls of an application wait at once, since each holds
   * a thread; one more is refused at once. So is a call by an observer of Primacy's events, which
   * must not wait for what comes after it, and a call that waits when the application stops.
   */
  WAIT,

  /**
   * The caller is sent to the primary: {@code 307} with its published address and the path and
   * query of the request. On REST methods only; elsewhere it is a deployment error.
   *
   * <p>Only to addresses that {@code primacy.guard.redirect.allow} lists, only if another node is
   * known as primary, and never twice: a request that was sent on already is refused as by {@link
   * #REJECT}, and so is any other that cannot be sent on. Not every client follows, and many leave
   * out {@code Authorization} when they do.
   */
  REDIRECT,

  /**
   * The method is silently not run; for schedules and observers. Only on {@code void} methods and
   * those that return {@link java.util.Optional}, never on a REST method: elsewhere it is a
   * deployment error.
   */
  SKIP
}
