package dev.primacy.demo;

import java.util.List;

/** What ZooKeeper's servers log with stack traces although nothing is wrong. */
public final class ZooKeeperNoise {

  /** Every election warns with a page of stack traces; errors are worth reading. */
  public static final String ERRORS_ONLY = "org.apache.zookeeper";

  /** Calls it an error that a follower went, or that its own server was closed meanwhile. */
  public static final List<String> SILENT =
      List.of(
          "org.apache.zookeeper.server.quorum.LearnerHandler",
          "org.apache.zookeeper.server.quorum.QuorumCnxManager");

  private ZooKeeperNoise() {}
}
