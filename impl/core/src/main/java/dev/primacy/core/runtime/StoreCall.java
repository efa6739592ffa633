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
import org.jspecify.annotations.Nullable;

/** One request under way; answered exactly once, by the store or by the clock. */
final class StoreCall {
  private final Object lock = new Object();
  private final long number;
  private final Request request;
  private final Scribe scribe;

  // guarded by lock
  private @Nullable Thread runner;
  private boolean answered;

  // written once, by the runner
  private volatile long startedNanos;

  StoreCall(long number, Request request, Scribe scribe) {
    this.scribe = scribe;
    this.number = number;
    this.request = request;
  }

  Request request() {
    return request;
  }

  long startedNanos() {
    return startedNanos;
  }

  void begin(long nanos) {
    startedNanos = nanos;
    synchronized (lock) {
      runner = Thread.currentThread();
    }
  }

  /** Asks the store, on this thread. */
  Input ask(RecordStore store) {
    try {
      return answer(store);
    } catch (StoreException unanswered) {
      LOG.debugf(unanswered, "no answer to %s", request);
      return new Input.NotFoundOut(number);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return failed(stop);
    } catch (RuntimeException broken) {
      scribe.write(() -> LOG.engineThrew(broken, request.toString()));
      return failed(broken);
    }
  }

  private Input answer(RecordStore store) throws StoreException, InterruptedException {
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
    return new Input.Found(number, store.list());
  }

  private Input failed(Exception cause) {
    return request instanceof Request.Put || request instanceof Request.Remove
        ? new Input.Written(number, new PutOutcome.Unknown(cause))
        : new Input.NotFoundOut(number);
  }

  /** Ends the call on the runner's thread; true if its answer counts. */
  boolean end() {
    synchronized (lock) {
      runner = null;
      // an interrupt meant for this call must not hit the next one
      Thread.interrupted();
      boolean first = !answered;
      answered = true;
      return first;
    }
  }

  /** Gives up waiting; the answer for it, or null if the store was faster. */
  @Nullable Input giveUp() {
    synchronized (lock) {
      if (answered) {
        return null;
      }
      answered = true;
      if (runner != null) {
        runner.interrupt();
      }
    }
    return failed(new TimeoutException("no answer within the request timeout"));
  }
}
