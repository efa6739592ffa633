package dev.primacy.engine.zookeeper;

import static dev.primacy.engine.zookeeper.Messages.LOG;

import dev.primacy.engine.zookeeper.Connection.Turn;
import dev.primacy.engine.zookeeper.Requests.Reply;
import dev.primacy.spi.PutOutcome;
import dev.primacy.spi.RecordKey;
import dev.primacy.spi.RecordStore;
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
import org.apache.zookeeper.CreateMode;
import org.apache.zookeeper.KeeperException.Code;
import org.apache.zookeeper.Op;
import org.apache.zookeeper.OpResult;
import org.apache.zookeeper.ZooDefs;
import org.apache.zookeeper.ZooKeeper;
import org.apache.zookeeper.data.ACL;
import org.apache.zookeeper.data.Stat;
import org.jspecify.annotations.Nullable;

/** The registers: reads behind a barrier, writes as transactions. */
final class Records implements Picture.Form {

  private static final byte[] NOTHING = {};

  private final Connection connection;
  private final Paths paths;
  private final Layout layout;
  private final List<ACL> acl;
  private final Duration limit;
  private final Permission permission;

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
    this.acl = acl;
    this.limit = requestTimeout;
    this.permission = permission;
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
    Picture seen = picture;
    if (seen == null || !seen.isOf(turn.client())) {
      throw notConnected();
    }
    CompletableFuture<List<StoredRecord>> records =
        Requests.barrier(turn.client(), paths.cluster())
            .thenCompose(barrier -> behind(barrier, turn.client(), seen));
    List<StoredRecord> found = await(records, turn.remainingNanos());
    permission.granted();
    return found;
  }

  private CompletableFuture<List<StoredRecord>> behind(
      Reply<List<OpResult>> barrier, ZooKeeper client, Picture seen) {
    try {
      requireOk(barrier, client);
      return seen.complete();
    } catch (StoreException unanswered) {
      return CompletableFuture.failedFuture(unanswered);
    }
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
    if (value.length > RecordStore.MAX_VALUE_BYTES) {
      String message = LOG.tooLarge(value.length, RecordStore.MAX_VALUE_BYTES);
      return new PutOutcome.Refused(new StoreException(message));
    }
    String path = paths.of(key);
    if (expected.equals(RecordVersion.ABSENT)) {
      return create(path, value);
    }
    Optional<Stamp> stamp = Stamp.parse(expected);
    if (stamp.isEmpty()) {
      return new PutOutcome.Conflict();
    }
    Stamp known = stamp.get();
    return write(
        List.of(
            Op.check(known.markOf(path), -1), Op.setData(path, known.prefix(value), known.data())),
        known.next().version());
  }

  private PutOutcome create(String path, byte[] value) {
    Stamp drawn = Stamp.draw();
    return write(
        List.of(
            Op.create(path, drawn.prefix(value), acl, CreateMode.PERSISTENT),
            Op.create(drawn.markOf(path), NOTHING, acl, CreateMode.PERSISTENT)),
        drawn.version());
  }

  PutOutcome remove(RecordKey key, RecordVersion expected) {
    String path = paths.of(key);
    Optional<Stamp> stamp = Stamp.parse(expected);
    if (stamp.isEmpty()) {
      return new PutOutcome.Conflict();
    }
    return write(
        List.of(Op.delete(stamp.get().markOf(path), -1), Op.delete(path, stamp.get().data())),
        RecordVersion.ABSENT);
  }

  private PutOutcome write(List<Op> operations, RecordVersion next) {
    try {
      Turn turn = connection.await(limit);
      if (turn == null) {
        return new PutOutcome.Refused(notConnected());
      }
      Reply<List<OpResult>> reply =
          Requests.multi(turn.client(), operations)
              .get(turn.remainingNanos(), TimeUnit.NANOSECONDS);
      return reply.ok() ? stored(next) : failed(reply, operations.get(0), turn.client());
    } catch (TimeoutException e) {
      return new PutOutcome.Unknown(new StoreException(LOG.noAnswer(limit.toMillis()), e));
    } catch (ExecutionException e) {
      return new PutOutcome.Unknown(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new PutOutcome.Unknown(e);
    }
  }

  private PutOutcome stored(RecordVersion next) {
    permission.granted();
    return new PutOutcome.Stored(next);
  }

  @Override
  public StoreException failure(Reply<?> reply, String path) {
    StoreException failure = reply.failure(path);
    if (reply.code() == Code.NOAUTH) {
      permission.refused(String.valueOf(failure.getMessage()));
    }
    return failure;
  }

  /** A lost connection and an expired session say nothing about what was sent before. */
  private PutOutcome failed(Reply<List<OpResult>> reply, Op first, ZooKeeper client) {
    StoreException cause = failure(reply, first.getPath());
    if (!reply.definite()) {
      return new PutOutcome.Unknown(cause);
    }
    if (reply.code() == Code.NONODE && first.getType() == ZooDefs.OpCode.create) {
      layout.create(client); // the store was wiped: the parent is missing
      return new PutOutcome.Refused(cause);
    }
    return switch (reply.code()) {
      case BADVERSION, NODEEXISTS, NONODE -> new PutOutcome.Conflict();
      default -> new PutOutcome.Refused(cause);
    };
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
