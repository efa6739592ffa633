package dev.primacy.core.messaging;

/**
 * By which way an event comes to the observers.
 *
 * @param cluster whether a node published it for the cluster
 * @param prefix what names of queues begin with
 * @param queue the whole name of the queue whose observers it is for; empty if it is for those of
 *     none
 * @since 0.1
 */
public record Via(boolean cluster, String prefix, String queue) {

  /** Told by this node to this node. */
  public static final Via HERE = new Via(false, "", "");

  /** Published for all nodes. */
  public static final Via CLUSTER = new Via(true, "", "");

  /**
   * Published, and this node's to handle.
   *
   * @param prefix what names of queues begin with
   * @param queue the queue's whole name
   * @return the way
   */
  public static Via queue(String prefix, String queue) {
    return new Via(true, prefix, queue);
  }

  /**
   * The whole name of a queue.
   *
   * @param prefix what names of queues begin with
   * @param name with or without it
   * @return with it
   */
  public static String named(String prefix, String name) {
    return name.startsWith(prefix + ".") ? name : prefix + "." + name;
  }

  /**
   * Whether it is for observers of a queue.
   *
   * @param declared what the observer names: a queue's name with or without prefix; empty if it
   *     observes none
   * @return true if it is
   */
  public boolean isFor(String declared) {
    return declared.isEmpty()
        ? queue.isEmpty()
        : !queue.isEmpty() && queue.equals(named(prefix, declared));
  }
}
