package dev.primacy.engine.zookeeper;

import static dev.primacy.engine.zookeeper.Messages.LOG;

import dev.primacy.engine.zookeeper.Requests.Reply;
import dev.primacy.spi.RecordKey;
import dev.primacy.spi.RecordKind;
import dev.primacy.spi.StoreException;
import dev.primacy.spi.StoredRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.apache.zookeeper.ZooKeeper;
import org.jspecify.annotations.Nullable;

/**
 * All records as one connection shows them: read once, and from then on those only that its watch
 * reported as changed.
 *
 * <p>Why that is enough. ZooKeeper delivers watch events in the order of the updates, in one order
 * with the answers of the same client, and an event before an answer that shows the change. A
 * barrier is an update itself; so when its answer is there, every update before it was reported,
 * and whatever was not reported is what was read last. A record that is reported while it is being
 * read stays outdated, whichever came first at the server. What an interrupted connection did not
 * report is lost: each connection has a picture of its own, which begins with nothing.
 */
final class Picture {

  /** Records of the largest size, so many fit into one answer: 1 MiB, {@code jute.maxbuffer}. */
  static final int READ_AT_ONCE = 15;

  private static final long NONE = 0;

  private final ZooKeeper client;
  private final Paths paths;
  private final Form form;
  private final ReentrantLock lock = new ReentrantLock();
  // Guarded by the lock.
  private final Map<RecordKey, StoredRecord> records =
      new LinkedHashMap<>(); // longest unread first
  private final Map<RecordKey, Long> outdated = new HashMap<>(); // with the number of the report
  private long reports;
  private boolean watched;
  private boolean loaded;

  /** What an answer shows of a record. */
  interface Form {
    Optional<StoredRecord> record(RecordKey key, Reply<byte[]> reply) throws StoreException;

    StoreException failure(Reply<?> reply, String path);
  }

  Picture(ZooKeeper client, Paths paths, Form form) {
    this.client = client;
    this.paths = paths;
    this.form = form;
  }

  boolean isOf(ZooKeeper other) {
    return client == other;
  }

  /** From now on every change is reported. */
  void watched() {
    lock.lock();
    try {
      watched = true;
    } finally {
      lock.unlock();
    }
  }

  /** A record was written or removed, or may have been. */
  void changed(RecordKey key) {
    if (!Paths.isName(key.name())) {
      return;
    }
    lock.lock();
    try {
      outdated.put(key, ++reports);
    } finally {
      lock.unlock();
    }
  }

  /** All records, at least as fresh as the answer of the barrier after which this is called. */
  CompletableFuture<List<StoredRecord>> complete() {
    return names().thenCompose(known -> readDue()).thenApply(read -> all());
  }

  /** Which records there are; known once they were asked for, as far as changes are reported. */
  private CompletableFuture<?> names() {
    if (isLoaded()) {
      return CompletableFuture.completedFuture(null);
    }
    CompletableFuture<List<RecordKey>> groups = names(RecordKind.GROUP);
    return names(RecordKind.NODE)
        .thenCombine(
            groups,
            (one, other) -> {
              load(Stream.concat(one.stream(), other.stream()).toList());
              return true;
            });
  }

  private boolean isLoaded() {
    lock.lock();
    try {
      return loaded;
    } finally {
      lock.unlock();
    }
  }

  private CompletableFuture<List<RecordKey>> names(RecordKind kind) {
    return Requests.children(client, paths.of(kind)).thenApply(reply -> keys(kind, reply));
  }

  /** Others may have put nodes there that are no records. */
  private List<RecordKey> keys(RecordKind kind, Reply<List<String>> reply) {
    List<String> names = reply.value();
    if (!reply.ok() || names == null) {
      throw new CompletionException(form.failure(reply, paths.of(kind)));
    }
    return names.stream().filter(Paths::isName).map(name -> new RecordKey(kind, name)).toList();
  }

  private void load(List<RecordKey> keys) {
    lock.lock();
    try {
      records.keySet().retainAll(new HashSet<>(keys));
      keys.forEach(key -> outdated.put(key, ++reports));
      loaded = watched;
    } finally {
      lock.unlock();
    }
  }

  /**
   * A record to be read.
   *
   * @param report the last that said that it is outdated; 0 if none did
   */
  private record Due(RecordKey key, long report) {}

  private CompletableFuture<Void> readDue() {
    List<Due> due = due();
    List<CompletableFuture<?>> parts = new ArrayList<>();
    for (int from = 0; from < due.size(); from += READ_AT_ONCE) {
      parts.add(read(due.subList(from, Math.min(due.size(), from + READ_AT_ONCE))));
    }
    return CompletableFuture.allOf(parts.toArray(CompletableFuture<?>[]::new));
  }

  /** What is outdated; the last request is filled up with what was not read for longest. */
  private List<Due> due() {
    lock.lock();
    try {
      List<Due> due = new ArrayList<>();
      outdated.forEach((key, report) -> due.add(new Due(key, report)));
      Iterator<RecordKey> known = records.keySet().iterator();
      while (known.hasNext() && (due.isEmpty() || due.size() % READ_AT_ONCE != 0)) {
        RecordKey key = known.next();
        if (!outdated.containsKey(key)) {
          due.add(new Due(key, NONE));
        }
      }
      return due;
    } finally {
      lock.unlock();
    }
  }

  private CompletableFuture<?> read(List<Due> part) {
    List<String> where = part.stream().map(each -> paths.of(each.key())).toList();
    return Requests.data(client, where)
        .thenAccept(
            replies -> {
              for (int i = 0; i < part.size(); i++) {
                take(part.get(i), replies.get(i));
              }
            });
  }

  private void take(Due asked, Reply<byte[]> reply) {
    Optional<StoredRecord> found;
    try {
      found = form.record(asked.key(), reply);
    } catch (StoreException unreadable) {
      throw new CompletionException(unreadable);
    }
    lock.lock();
    try {
      StoredRecord before = records.remove(asked.key());
      found.ifPresent(record -> records.put(asked.key(), record));
      if (asked.report() == NONE && !outdated.containsKey(asked.key())) {
        requireSame(asked.key(), before, found);
      }
      outdated.remove(asked.key(), asked.report());
    } finally {
      lock.unlock();
    }
  }

  /** What was not reported as changed has to be as it was; else nothing here is to be trusted. */
  private void requireSame(
      RecordKey key, @Nullable StoredRecord before, Optional<StoredRecord> now) {
    boolean same =
        before != null && now.isPresent() && before.version().equals(now.get().version());
    if (!same) {
      loaded = false;
      throw new CompletionException(new StoreException(LOG.notReported(paths.of(key))));
    }
  }

  private List<StoredRecord> all() {
    lock.lock();
    try {
      return List.copyOf(records.values());
    } finally {
      lock.unlock();
    }
  }
}
