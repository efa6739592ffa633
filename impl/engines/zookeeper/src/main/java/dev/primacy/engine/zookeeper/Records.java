package dev.primacy.engine.zookeeper;

import static dev.primacy.engine.zookeeper.Messages.LOG;

import dev.primacy.engine.zookeeper.Connection.Turn;
import dev.primacy.engine.zookeeper.Requests.Reply;
import dev.primacy.spi.PutOutcome;
import dev.primacy.spi.RecordKey;
import dev.primacy.spi.RecordVersion;
import dev.primacy.spi.StoreException;
import dev.primacy.spi.StoredRecord;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.apache.zookeeper.KeeperException.Code;
import org.apache.zookeeper.OpResult;
import org.apache.zookeeper.ZooKeeper;
import org.apache.zookeeper.data.ACL;
import org.apache.zookeeper.data.Stat;
import org.jspecify.annotations.Nullable;

/** The registers: reads behind a barrier, which a write is too. */
final class Records implements Picture.Form, Writes.Answers {

  private final Connection connection;
  private final Paths paths;
  private final Layout layout;
  private final Duration limit;
  private final Permission permission;
  private final Writes writes;

  // written on the client's event thread; null before the first connection
  private volatile @Nullable Picture picture;

  Records(
      Connection connection,
      Paths paths,
      Layout layout,
      List<ACL> acl,
      Duration requestTimeout,
      Permission permission) {
    this.connection = connection;
    this.paths = paths;
    this.layout = layout;
    this.limit = requestTimeout;
    this.permission = permission;
    this.writes = new Writes(connection, paths, layout, acl, requestTimeout, this);
  }

  Optional<StoredRecord> read(RecordKey key) throws StoreException, InterruptedException {
    String path = paths.of(key);
    Turn turn = turn();
    CompletableFuture<Reply<List<OpResult>>> barrier =
        Requests.barrier(turn.client(), paths.cluster());
    CompletableFuture<Reply<byte[]>> data = Requests.data(turn.client(), path);
    await(CompletableFuture.allOf(barrier, data), turn.remainingNanos());
    requireOk(barrier.join(), turn.client());
    Optional<StoredRecord> found = record(key, data.join());
    permission.granted();
    return found;
  }

  /**
   * Two round trips, whatever there is: the barrier, and behind it what has changed since the last
   * list.
   */
  List<StoredRecord> list() throws StoreException, InterruptedException {
    Turn turn = turn();
    CompletableFuture<List<StoredRecord>> records =
        Requests.barrier(turn.client(), paths.cluster())
            .thenCompose(barrier -> behind(barrier, turn.client()));
    List<StoredRecord> found = await(records, turn.remainingNanos());
    permission.granted();
    return found;
  }

  private CompletableFuture<List<StoredRecord>> behind(
      Reply<List<OpResult>> barrier, ZooKeeper client) {
    try {
      requireOk(barrier, client);
      return shown(client);
    } catch (StoreException unanswered) {
      return CompletableFuture.failedFuture(unanswered);
    }
  }

  /**
   * All records, as fresh as an answer that has just come. Not before: the picture has to be that
   * of the connection by which it came, which may be another one than when the request was made.
   */
  private CompletableFuture<List<StoredRecord>> shown(ZooKeeper client) {
    Picture current = picture;
    return current != null && current.isOf(client)
        ? current.complete()
        : CompletableFuture.failedFuture(notConnected());
  }

  /** On each connection anew, before any request. On the client's event thread. */
  Picture connected(ZooKeeper client) {
    Picture next = new Picture(client, paths, this);
    picture = next;
    return next;
  }

  /** A node was created, written or removed. On the client's event thread. */
  void changed(RecordKey key) {
    Picture current = picture;
    if (current != null) {
      current.changed(key);
    }
  }

  PutOutcome put(RecordKey key, RecordVersion expected, byte[] value) {
    return writes.put(key, expected, value, Writes.Follower.NONE);
  }

  PutOutcome remove(RecordKey key, RecordVersion expected) {
    return writes.remove(key, expected);
  }

  /**
   * The write is the barrier of its own list: its answer, too, comes after every change before it
   * was reported, and its own. One that conflicts is followed by another barrier.
   */
  List<StoredRecord> putAndList(
      RecordKey key, RecordVersion expected, byte[] value, Consumer<PutOutcome> written)
      throws StoreException, InterruptedException {
    CompletableFuture<List<StoredRecord>> list = new CompletableFuture<>();
    PutOutcome outcome =
        writes.put(key, expected, value, (client, write) -> follow(client, write, list));
    written.accept(outcome);
    if (outcome instanceof PutOutcome.Stored) {
      return await(list, limit.toNanos());
    }
    if (outcome instanceof PutOutcome.Conflict) {
      return list();
    }
    throw new StoreException(LOG.notListed());
  }

  private void follow(
      ZooKeeper client,
      CompletableFuture<Reply<List<OpResult>>> write,
      CompletableFuture<List<StoredRecord>> list) {
    var unused =
        write
            .thenCompose(reply -> reply.ok() ? shown(client) : failed(reply))
            .whenComplete(
                (found, failure) -> {
                  if (failure == null) {
                    list.complete(found);
                  } else {
                    list.completeExceptionally(failure);
                  }
                });
  }

  private <T> CompletableFuture<T> failed(Reply<?> reply) {
    return CompletableFuture.failedFuture(reply.failure(paths.cluster()));
  }

  @Override
  public void granted() {
    permission.granted();
  }

  @Override
  public StoreException failure(Reply<?> reply, String path) {
    StoreException failure = reply.failure(path);
    if (reply.code() == Code.NOAUTH) {
      permission.refused(String.valueOf(failure.getMessage()));
    }
    return failure;
  }

  @Override
  public Optional<StoredRecord> record(RecordKey key, Reply<byte[]> reply) throws StoreException {
    String path = paths.of(key);
    byte[] bytes = reply.value();
    Stat stat = reply.stat();
    if (reply.code() == Code.NONODE) {
      return Optional.empty();
    }
    if (!reply.ok() || stat == null) {
      throw failure(reply, path);
    }
    if (bytes == null || !Stamp.isPrefixed(bytes)) {
      throw new StoreException(LOG.notARecord(path));
    }
    Stamp stamp = new Stamp(Stamp.creationOf(bytes), stat.getVersion());
    return Optional.of(new StoredRecord(key, stamp.version(), Stamp.valueOf(bytes)));
  }

  private void requireOk(Reply<List<OpResult>> barrier, ZooKeeper client) throws StoreException {
    if (barrier.code() == Code.NONODE) {
      layout.create(client); // the store was wiped: the next read finds it empty
    }
    if (!barrier.ok()) {
      throw failure(barrier, paths.cluster());
    }
  }

  private <T> T await(CompletableFuture<T> future, long nanos)
      throws StoreException, InterruptedException {
    try {
      return future.get(nanos, TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      throw new StoreException(LOG.noAnswer(limit.toMillis()), e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof StoreException known
          ? known
          : new StoreException(String.valueOf(e.getCause()), e);
    }
  }

  private Turn turn() throws StoreException, InterruptedException {
    Turn turn = connection.await(limit);
    if (turn == null) {
      throw notConnected();
    }
    return turn;
  }

  private StoreException notConnected() {
    return new StoreException(connection.absence());
  }
}
