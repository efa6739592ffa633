package dev.primacy.faults.fault;

/**
 * Something that is done to nodes, links or the store, and undone.
 *
 * @param name for the table and for {@code -Dfaults.only}
 * @param outside whether it needs a store outside the nodes
 * @param until when it is undone
 * @param cause does it
 * @param heal undoes it: after this nothing is broken any more
 */
public record Fault(String name, boolean outside, Until until, Act cause, Act heal) {

  /** One of the two. */
  @FunctionalInterface
  public interface Act {
    /** Does it. */
    void on(Scene scene) throws Exception;
  }

  static Fault of(String name, Until until, Act cause, Act heal) {
    return new Fault(name, false, until, cause, heal);
  }

  static Fault ofStore(String name, Until until, Act cause, Act heal) {
    return new Fault(name, true, until, cause, heal);
  }
}
