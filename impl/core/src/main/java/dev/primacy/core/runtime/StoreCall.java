package dev.primacy.core.runtime;

import static dev.primacy.core.CoreLog.LOG;

import dev.primacy.core.elector.Input;
import dev.primacy.core.elector.Request;
import dev.primacy.spi.PutOutcome;
import dev.primacy.spi.RecordStore;
import dev.primacy.spi.StoreException;
import dev.primacy.spi.StoredRecord;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One request under way; answered exactly once, by the store or by the clock. One that writes and
 * lists is answered twice: for the write, and then, within a time of its own, for the list.
 */
final class StoreCall {
  private final Object lock = new Object();
  private final long number;
  private final Request request;
  private final Scribe scribe;

  // guarded by lock
  private @Nullable Thread runner;
  private boolean written;
  private boolean answered;

  // written by the runner
  private volatile long startedNanos;

  StoreCall(long number, Request request, Scribe scribe) {
    this.scribe = scribe;
    this.number = number;
    this.request = request;
  }

  Request request() {
    return request;
  }

  /** Since when the next answer is waited for. */
  long startedNanos() {
    return startedNanos;
  }

  void begin(long nanos) {
    startedNanos = nanos;
    synchronized (lock) {
      runner = Thread.currentThread();
    }
  }

  /**
   * Asks the store, on this thread.
   *
   * @param write gets what became of the write, if a list follows it
   */
  Input ask(RecordStore store, Consumer<PutOutcome> write) {
    try {
      return answer(store, write);
    } catch (StoreException unanswered) {
      LOG.debugf(unanswered, "no answer to %s", request);
      return new Input.NotFoundOut(lastNumber());
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return failed(stop);
    } catch (RuntimeException broken) {
      scribe.write(() -> LOG.engineThrew(broken, request.toString()));
      return failed(broken);
    }
  }

  private Input answer(RecordStore store, Consumer<PutOutcome> write)
      throws StoreException, InterruptedException {
    if (request instanceof Request.Put put) {
      return new Input.Written(number, store.put(put.key(), put.expected(), put.value()));
    }
    if (request instanceof Request.Remove remove) {
      return new Input.Written(number, store.remove(remove.key(), remove.expected()));
    }
    if (request instanceof Request.Read read) {
      List<StoredRecord> found = store.read(read.key()).map(List::of).orElse(List.of());
      return new Input.Found(number, found);
    }
    if (request instanceof Request.PutAndList both) {
      Request.Put put = both.put();
      return new Input.Found(
          lastNumber(), store.putAndList(put.key(), put.expected(), put.value(), write));
    }
    return new Input.Found(number, store.list());
  }

  private long lastNumber() {
    return request instanceof Request.PutAndList ? number + 1 : number;
  }

  private Input failed(Exception cause) {
    return request instanceof Request.Put || request instanceof Request.Remove
        ? unknown(cause)
        : new Input.NotFoundOut(lastNumber());
  }

  private Input unknown(Exception cause) {
    return new Input.Written(number, new PutOutcome.Unknown(cause));
  }

  /**
   * The store told of the write before the list. The list has the whole time from now on.
   *
   * @return the answer; null if there was one before, or the clock was faster
   */
  @Nullable Input written(PutOutcome outcome, long nanos) {
    synchronized (lock) {
      if (answered || written) {
        return null;
      }
      written = true;
      startedNanos = nanos;
    }
    return new Input.Written(number, outcome);
  }

  /** Ends the call on the runner's thread; those answers that count. */
  List<Input> end(Input last) {
    synchronized (lock) {
      runner = null;
      // an interrupt meant for this call must not hit the next one
      Thread.interrupted();
      return lastAnswers(last, new IllegalStateException("the engine did not tell of the write"));
    }
  }

  /** Gives up waiting; the answers for it, or none if the store was faster. */
  List<Input> giveUp() {
    Exception late = new TimeoutException("no answer within the request timeout");
    synchronized (lock) {
      if (!answered && runner != null) {
        runner.interrupt();
      }
      return lastAnswers(failed(late), late);
    }
  }

  /** Holding the lock. */
  private List<Input> lastAnswers(Input last, Exception untold) {
    if (answered) {
      return List.of();
    }
    answered = true;
    boolean first = request instanceof Request.PutAndList && !written;
    return first ? List.of(unknown(untold), last) : List.of(last);
  }
}
