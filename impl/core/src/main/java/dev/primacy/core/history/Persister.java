package dev.primacy.core.history;

import static dev.primacy.core.CoreLog.LOG;

import dev.primacy.spi.ArchiveException;
import dev.primacy.spi.EventArchive;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Writes what was recorded to the archive, in bulk, every now and then. What fails is tried again
 * the next time; what failed more than twice is written one by one, and of that only what the
 * archive does not take although it answers is left out. An archive that does not answer costs
 * nothing but the oldest of what waits.
 */
final class Persister implements Runnable {
  /** How many are written at once. */
  static final int BULK = 500;

  /** How often the same may fail together. */
  static final int FAILURES_TOGETHER = 2;

  private final EventArchive archive;
  private final Backlog backlog;
  private final int most;
  private final AtomicLong refused = new AtomicLong();

  // so that one line says it, however many events there is no room for
  private final AtomicBoolean behind = new AtomicBoolean();

  // of the thread that writes
  private int failures;

  /**
   * Makes it.
   *
   * @param archive where to write
   * @param most how many may wait
   */
  Persister(EventArchive archive, int most) {
    this.archive = archive;
    this.most = most;
    this.backlog = new Backlog(most);
  }

  /** Any thread; never waits for the archive. */
  void add(Recording recording) {
    if (!backlog.add(recording) && behind.compareAndSet(false, true)) {
      LOG.archiveBehind(most);
    }
  }

  /** How many events were left out of the archive since the start. */
  long dropped() {
    return refused.get() + backlog.dropped();
  }

  int waiting() {
    return backlog.size();
  }

  /** Writes what waits. On one thread at a time. */
  @Override
  public void run() {
    try {
      boolean goesOn = true;
      while (goesOn && !Thread.currentThread().isInterrupted()) {
        List<Recording> bulk = backlog.first(BULK);
        goesOn = !bulk.isEmpty() && (failures > FAILURES_TOGETHER ? single(bulk) : together(bulk));
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether to go on at once. */
  private boolean together(List<Recording> bulk) throws InterruptedException {
    if (!isWritten(bulk)) {
      return false;
    }
    done(bulk);
    return true;
  }

  private boolean isWritten(List<Recording> bulk) throws InterruptedException {
    try {
      put(bulk);
      return true;
    } catch (ArchiveException | RuntimeException | LinkageError failed) {
      failures++;
      if (failures == 1) {
        LOG.archiveFails(String.valueOf(failed.getMessage()), backlog.size());
      }
      return false;
    }
  }

  private boolean single(List<Recording> bulk) throws InterruptedException {
    for (Recording each : bulk) {
      if (!isTaken(each)) {
        return false;
      }
    }
    done(List.of());
    return true;
  }

  /** Whether it is done with: written, or of no use to anybody. */
  private boolean isTaken(Recording one) throws InterruptedException {
    try {
      put(List.of(one));
    } catch (ArchiveException | RuntimeException | LinkageError failed) {
      if (failed instanceof ArchiveException away && !away.rejected()) {
        return false;
      }
      refused.incrementAndGet();
      LOG.archiveRefuses(
          one.event().getClass().getName(), one.past().id(), String.valueOf(failed.getMessage()));
    }
    backlog.remove(List.of(one));
    return true;
  }

  private void put(List<Recording> bulk) throws ArchiveException, InterruptedException {
    archive.write(bulk.stream().map(each -> ArchiveForm.of(each.past())).toList());
  }

  private void done(List<Recording> bulk) {
    backlog.remove(bulk);
    if (failures > 0) {
      LOG.archiveWorks(dropped());
    }
    failures = 0;
    behind.set(false);
  }
}
