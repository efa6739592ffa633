package dev.primacy.cdi;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Threads with the context of the application: naming, class loader, security. From the server's
 * managed factory where there is one, plain ones otherwise.
 */
final class ContainerThreads implements ApplicationThreads {
  private static final String MANAGED = "java:comp/DefaultManagedThreadFactory";

  private final ReentrantLock lock = new ReentrantLock();

  // guarded by the lock
  private @Nullable ThreadFactory factory;

  /** Looks the factory up, on a thread of the container, whose context its threads inherit. */
  void capture() {
    lock.lock();
    try {
      if (factory == null) {
        factory = Naming.lookup(MANAGED, ThreadFactory.class).orElse(Thread::new);
      }
    } finally {
      lock.unlock();
    }
  }

  @Override
  public Thread newThread(Runnable work) {
    capture();
    lock.lock();
    try {
      Thread made = factory == null ? null : factory.newThread(work);
      // A managed factory returns null once its application is stopping.
      return made == null ? new Thread(work) : made;
    } finally {
      lock.unlock();
    }
  }
}
