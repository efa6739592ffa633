package dev.primacy.admin;

import dev.primacy.control.ClusterControl;
import dev.primacy.control.Controller;
import dev.primacy.control.GroupControl;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Command of this node, for HTTP and JMX alike: taken when it is needed, which evicts whoever had
 * it. Safe on any thread.
 */
final class Commanding implements AutoCloseable {
  private final Supplier<ClusterControl> control;
  private final String secret;
  private final ReentrantLock lock = new ReentrantLock();
  private @Nullable Controller current; // guarded by lock

  Commanding(Supplier<ClusterControl> control, String secret) {
    this.control = control;
    this.secret = secret;
  }

  ClusterControl control() {
    return control.get();
  }

  /** Commands for a group, whatever its version. */
  GroupControl group(String name) {
    return inCommand().group(name);
  }

  /** Commands for a group in a version. */
  GroupControl group(String name, Optional<String> version) {
    GroupControl group = group(name);
    return version.map(group::expecting).orElse(group);
  }

  /** Takes command, if it is not had already. */
  Controller inCommand() {
    lock.lock();
    try {
      Controller held = current;
      if (held == null || !held.isInCommand()) {
        held = control.get().connect(secret);
        current = held;
      }
      return held;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    lock.lock();
    try {
      if (current != null) {
        current.close();
        current = null;
      }
    } finally {
      lock.unlock();
    }
  }
}
