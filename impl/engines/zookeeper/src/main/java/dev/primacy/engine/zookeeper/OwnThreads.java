package dev.primacy.engine.zookeeper;

import java.util.concurrent.ThreadFactory;

/**
 * Plain threads for the embedded server, which makes a dozen of its own besides. Those of a
 * container may begin only when the application has started, and that waits for the server.
 */
final class OwnThreads implements ThreadFactory {
  static final ThreadFactory INSTANCE = new OwnThreads();

  private OwnThreads() {}

  @Override
  public Thread newThread(Runnable task) {
    Thread thread = new Thread(task, "primacy-zookeeper-server");
    thread.setDaemon(true);
    return thread;
  }
}
