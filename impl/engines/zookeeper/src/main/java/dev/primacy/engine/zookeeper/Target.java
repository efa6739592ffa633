package dev.primacy.engine.zookeeper;

import java.util.List;
import java.util.Optional;

/** The ensemble that is used. */
sealed interface Target {

  /**
   * An ensemble that somebody else runs.
   *
   * @param servers {@code host:port}, comma-separated, without a chroot
   */
  record External(String servers) implements Target {}

  /**
   * An ensemble whose servers run inside the nodes.
   *
   * @param voters the nodes that run a server, in the order of their ids, the first id being 1
   * @param self this node's entry of the list
   * @param bind the address this node's server binds to, never a wildcard
   * @param data where this node's server keeps its data; empty if it runs none
   */
  record Embedded(List<Address> voters, Address self, String bind, Optional<String> data)
      implements Target {

    /** At most this many nodes vote: each further voter makes every write wait for one more. */
    static final int MAX_VOTERS = 3;

    /**
     * The id of this node's server.
     *
     * @return 1 or more; 0 if it runs none
     */
    int id() {
      return voters.indexOf(self) + 1;
    }

    boolean runsServer() {
      return id() > 0;
    }
  }
}
