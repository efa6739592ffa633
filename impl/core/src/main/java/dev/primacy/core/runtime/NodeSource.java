package dev.primacy.core.runtime;

import dev.primacy.watch.NodeHealth;
import java.util.List;

/** Where the states of nodes come from. */
interface NodeSource {

  /**
   * Opens a mailbox with all nodes as soon as they are known, and tells it from then on what
   * becomes of them, without gap. Any thread.
   *
   * @param life the mailbox is opened for, and no other
   */
  void add(Mailbox mailbox, long life);

  /** Tells a mailbox nothing more. Any thread. */
  void remove(Mailbox mailbox);

  /** How this node sees the others, and itself. Any thread. */
  List<NodeHealth> health();
}
