package dev.primacy.rest.scenario;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** What the resources of a scenario did, and what they handed over for the test to finish. */
public final class Journal {
  private static final List<String> ENTRIES = new CopyOnWriteArrayList<>();
  private static final BlockingQueue<Object> HANDED_OVER = new LinkedBlockingQueue<>();

  private Journal() {}

  /** Writes an entry. */
  public static String entered(String what) {
    ENTRIES.add(what);
    return what;
  }

  /** All entries since the last {@link #clear}. */
  public static List<String> entries() {
    return ENTRIES;
  }

  /** Hands an unfinished call to the test. */
  public static void handOver(Object call) {
    HANDED_OVER.add(call);
  }

  /** Waits for an unfinished call. */
  public static <T> T take(Class<T> type) throws InterruptedException {
    return type.cast(HANDED_OVER.poll(10, TimeUnit.SECONDS));
  }

  static void clear() {
    ENTRIES.clear();
    HANDED_OVER.clear();
  }
}
