package dev.primacy.engine.zookeeper;

import static dev.primacy.engine.zookeeper.Messages.LOG;

import java.util.List;
import org.apache.zookeeper.CreateMode;
import org.apache.zookeeper.KeeperException.Code;
import org.apache.zookeeper.ZooKeeper;
import org.apache.zookeeper.data.ACL;

/** The nodes that hold the records; created when a session starts, and again after a wipe. */
final class Layout {

  private static final byte[] NOTHING = {};

  private final Paths paths;
  private final List<ACL> acl;

  Layout(Paths paths, List<ACL> acl) {
    this.paths = paths;
    this.acl = acl;
  }

  /** Queues the creations and returns at once; what is sent later in the session finds them. */
  void create(ZooKeeper client) {
    for (String path : paths.layout()) {
      client.create(
          path, NOTHING, acl, CreateMode.PERSISTENT, (code, p, x, name) -> report(code, p), null);
    }
  }

  private static void report(int code, String path) {
    // A parent that we may not write is another team's, and there already.
    if (code != Code.OK.intValue() && code != Code.NODEEXISTS.intValue()) {
      LOG.debugf("creating %s: %s", path, Code.get(code));
    }
  }
}
