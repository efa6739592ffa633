package dev.primacy.engine.zookeeper;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.apache.zookeeper.util.ServiceUtils;
import org.jspecify.annotations.Nullable;

/**
 * What happens when ZooKeeper wants to end the process, which it does where going on would make its
 * copy differ from the others': a commit that does not match, a log that cannot be truncated. Its
 * own choices are to end the JVM, which belongs to the application, or to log and go on, which is
 * the divergence itself. Here the thread that asked is unwound by an {@link Error} and never
 * returns to the code that asked, and the owner of the server is told.
 *
 * <p>ZooKeeper has one such procedure per class loader. Whose server asks is told by a thread-local
 * that every thread of a server inherits from the one that ran it; if it cannot be told, all are.
 */
final class FatalExits {

  private static final Set<Owner> OWNERS = ConcurrentHashMap.newKeySet();
  private static final InheritableThreadLocal<@Nullable Owner> CURRENT =
      new InheritableThreadLocal<>();

  private FatalExits() {}

  /** Whoever runs a server. */
  static final class Owner implements AutoCloseable {
    private final Consumer<ServerExit> failed;

    private Owner(Consumer<ServerExit> failed) {
      this.failed = failed;
    }

    /** Makes the calling thread, and all threads it starts from now on, this owner's. */
    void adoptCurrentThread() {
      CURRENT.set(this);
    }

    /** Late threads of a closed server are still unwound as long as another server runs. */
    @Override
    public void close() {
      synchronized (OWNERS) {
        OWNERS.remove(this);
        if (OWNERS.isEmpty()) {
          // Not ZooKeeper's default, with which a late thread could end the application's JVM.
          ServiceUtils.setSystemExitProcedure(ServiceUtils.LOG_ONLY);
        }
      }
    }
  }

  /**
   * Registers a server.
   *
   * @param failed told once per request to exit, on the thread that asks; only hands over
   * @return to be closed when the server has ended
   */
  static Owner own(Consumer<ServerExit> failed) {
    Owner owner = new Owner(failed);
    synchronized (OWNERS) {
      OWNERS.add(owner);
      ServiceUtils.setSystemExitProcedure(FatalExits::requested);
    }
    return owner;
  }

  private static void requested(int code) {
    ServerExit exit = new ServerExit("ZooKeeper asked to end the process, code " + code);
    Owner owner = CURRENT.get();
    if (owner == null) {
      OWNERS.forEach(each -> each.failed.accept(exit));
    } else if (OWNERS.contains(owner)) {
      owner.failed.accept(exit);
    }
    throw exit;
  }

  /** Unwinds the thread of a server that must not go on. */
  static final class ServerExit extends Error {
    private static final long serialVersionUID = 1L;

    ServerExit(String message) {
      super(message);
    }
  }
}
