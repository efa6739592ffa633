package dev.primacy.messenger.jgroups;

import org.jgroups.util.ThreadFactory;

/** Has JGroups use the threads the application was given. */
final class ApplicationThreads implements ThreadFactory {
  private final java.util.concurrent.ThreadFactory threads;

  ApplicationThreads(java.util.concurrent.ThreadFactory threads) {
    this.threads = threads;
  }

  @Override
  public Thread newThread(Runnable task) {
    return threads.newThread(task);
  }

  @Override
  public Thread newThread(Runnable task, String name) {
    return threads.newThread(task);
  }

  @Override
  public boolean useVirtualThreads() {
    return false;
  }

  @Override
  public void setPattern(String pattern) {}

  @Override
  public void setIncludeClusterName(boolean include) {}

  @Override
  public void setClusterName(String cluster) {}

  @Override
  public void setAddress(String address) {}

  @Override
  public void renameThread(String name, Thread thread) {}
}
