package dev.primacy.engine.zookeeper;

import static dev.primacy.engine.zookeeper.Messages.LOG;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.primacy.spi.StoreStatus;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.apache.zookeeper.CreateMode;
import org.apache.zookeeper.KeeperException.Code;
import org.apache.zookeeper.ZooKeeper;
import org.apache.zookeeper.data.ACL;
import org.jspecify.annotations.Nullable;

/**
 * How many voters of an embedded ensemble are there. Each keeps an ephemeral node for as long as
 * its server serves, and everybody counts them. For people only: who is missing is noticed when its
 * session ends.
 */
final class Presence {

  private static final int NOT_COUNTED = -1;

  private final Paths paths;
  private final List<ACL> acl;
  private final Target.Embedded ensemble;
  private final BooleanSupplier serves;
  private volatile @Nullable ZooKeeper client; // written on the event thread
  private volatile boolean announced;
  private volatile int present = NOT_COUNTED; // written on the event thread only

  Presence(Paths paths, List<ACL> acl, Target.Embedded ensemble, BooleanSupplier serves) {
    this.paths = paths;
    this.acl = acl;
    this.ensemble = ensemble;
    this.serves = serves;
  }

  void connected(ZooKeeper connected) {
    client = connected;
    announced = false;
    count(connected);
  }

  void disconnected() {
    client = null;
  }

  void changed(ZooKeeper source, String path) {
    if (path.startsWith(paths.voters())) {
      if (path.equals(ownPath())) {
        announced = false;
      }
      count(source);
    }
  }

  /** Announces or withdraws this node's voter; every now and then, on the maintenance thread. */
  void refresh() {
    ZooKeeper current = client;
    if (!ensemble.runsServer() || current == null) {
      return;
    }
    if (!serves.getAsBoolean()) {
      withdraw(current);
    } else if (!announced) {
      announce(current);
    }
  }

  private void announce(ZooKeeper current) {
    byte[] who = ensemble.self().toString().getBytes(UTF_8);
    current.create(
        ownPath(),
        who,
        acl,
        CreateMode.EPHEMERAL,
        (code, path, context, name) -> {
          if (code == Code.NODEEXISTS.intValue()) {
            checkOwner(current);
          } else {
            announced = code == Code.OK.intValue();
          }
        },
        null);
  }

  /** A node of a predecessor goes with its session; then ours is created. */
  private void checkOwner(ZooKeeper current) {
    Requests.then(
        Requests.data(current, ownPath()),
        reply ->
            announced =
                reply.stat() != null && reply.stat().getEphemeralOwner() == current.getSessionId());
  }

  private void withdraw(ZooKeeper current) {
    if (announced) {
      current.delete(ownPath(), -1, (code, path, context) -> announced = false, null);
    }
  }

  private void count(ZooKeeper source) {
    Requests.then(
        Requests.children(source, paths.voters()),
        names -> {
          List<String> found = names.value();
          if (found != null) {
            counted(found.size());
          }
        });
  }

  private void counted(int now) {
    int before = present;
    present = now;
    if (now < before) {
      LOG.votersMissing(picture(now));
    } else if (now > before && now == ensemble.voters().size()) {
      LOG.votersComplete(picture(now));
    }
  }

  StoreStatus status() {
    int now = present;
    if (now == NOT_COUNTED) {
      return StoreStatus.UNKNOWN;
    }
    boolean redundant = now - 1 >= quorum();
    return new StoreStatus(
        redundant ? StoreStatus.State.HEALTHY : StoreStatus.State.DEGRADED, picture(now));
  }

  private String picture(int now) {
    String voters = "voters present " + now + " of " + ensemble.voters().size();
    if (now < quorum()) {
      return voters + ": writing stops";
    }
    if (now == 1) {
      return voters + ": its loss stops writing";
    }
    return now == quorum() ? voters + ": one more loss stops writing" : voters;
  }

  private int quorum() {
    return ensemble.voters().size() / 2 + 1;
  }

  private String ownPath() {
    return paths.voters() + '/' + ensemble.id();
  }
}
