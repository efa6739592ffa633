package dev.primacy.engine.tck;

/** What a wire lets through at present. */
final class Valve {
  private final Object lock = new Object();

  // guarded by lock
  private boolean requestsHeld;
  private boolean repliesHeld;
  private boolean repliesDropped;
  private boolean cut;

  void freeze() {
    set(true, true, false, false);
  }

  void holdRequests() {
    set(true, false, false, false);
  }

  void dropReplies() {
    set(false, false, true, false);
  }

  void cut() {
    set(false, false, false, true);
  }

  void open() {
    set(false, false, false, false);
  }

  private void set(boolean holdRequests, boolean holdReplies, boolean drop, boolean nothing) {
    synchronized (lock) {
      requestsHeld = holdRequests;
      repliesHeld = holdReplies;
      repliesDropped = drop;
      cut = nothing;
      lock.notifyAll();
    }
  }

  boolean isCut() {
    synchronized (lock) {
      return cut;
    }
  }

  /** Waits until it is clear what becomes of a request: true if it goes through, false if lost. */
  boolean letRequestThrough() throws InterruptedException {
    synchronized (lock) {
      while (requestsHeld) {
        lock.wait();
      }
      return !cut;
    }
  }

  /** Waits until it is clear what becomes of a reply: true if it goes through, false if lost. */
  boolean letReplyThrough() throws InterruptedException {
    synchronized (lock) {
      while (repliesHeld) {
        lock.wait();
      }
      return !repliesDropped;
    }
  }
}
