package dev.primacy.engine.zookeeper;

import static dev.primacy.engine.zookeeper.Messages.LOG;

import dev.primacy.engine.zookeeper.Connection.Turn;
import dev.primacy.engine.zookeeper.Requests.Reply;
import dev.primacy.spi.PutOutcome;
import dev.primacy.spi.RecordKey;
import dev.primacy.spi.RecordStore;
import dev.primacy.spi.RecordVersion;
import dev.primacy.spi.StoreException;
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

/** What changes a register: transactions, each sent once. */
final class Writes {

  private static final byte[] NOTHING = {};

  private final Connection connection;
  private final Paths paths;
  private final Layout layout;
  private final List<ACL> acl;
  private final Duration limit;
  private final Answers answers;

  /** Judges answers. */
  interface Answers {
    void granted();

    StoreException failure(Reply<?> reply, String path);
  }

  /** Makes something of the answer besides; told when the write was sent. */
  @FunctionalInterface
  interface Follower {
    Follower NONE = (client, write) -> {};

    void sent(ZooKeeper client, CompletableFuture<Reply<List<OpResult>>> write);
  }

  Writes(
      Connection connection,
      Paths paths,
      Layout layout,
      List<ACL> acl,
      Duration requestTimeout,
      Answers answers) {
    this.connection = connection;
    this.paths = paths;
    this.layout = layout;
    this.acl = acl;
    this.limit = requestTimeout;
    this.answers = answers;
  }

  PutOutcome put(RecordKey key, RecordVersion expected, byte[] value, Follower follower) {
    if (value.length > RecordStore.MAX_VALUE_BYTES) {
      String message = LOG.tooLarge(value.length, RecordStore.MAX_VALUE_BYTES);
      return new PutOutcome.Refused(new StoreException(message));
    }
    String path = paths.of(key);
    if (expected.equals(RecordVersion.ABSENT)) {
      return create(path, value, follower);
    }
    Optional<Stamp> stamp = Stamp.parse(expected);
    if (stamp.isEmpty()) {
      return new PutOutcome.Conflict();
    }
    Stamp known = stamp.get();
    return write(
        List.of(
            Op.check(known.markOf(path), -1), Op.setData(path, known.prefix(value), known.data())),
        known.next().version(),
        follower);
  }

  private PutOutcome create(String path, byte[] value, Follower follower) {
    Stamp drawn = Stamp.draw();
    return write(
        List.of(
            Op.create(path, drawn.prefix(value), acl, CreateMode.PERSISTENT),
            Op.create(drawn.markOf(path), NOTHING, acl, CreateMode.PERSISTENT)),
        drawn.version(),
        follower);
  }

  PutOutcome remove(RecordKey key, RecordVersion expected) {
    String path = paths.of(key);
    Optional<Stamp> stamp = Stamp.parse(expected);
    if (stamp.isEmpty()) {
      return new PutOutcome.Conflict();
    }
    return write(
        List.of(Op.delete(stamp.get().markOf(path), -1), Op.delete(path, stamp.get().data())),
        RecordVersion.ABSENT,
        Follower.NONE);
  }

  private PutOutcome write(List<Op> operations, RecordVersion next, Follower follower) {
    try {
      Turn turn = connection.await(limit);
      if (turn == null) {
        return new PutOutcome.Refused(new StoreException(connection.absence()));
      }
      CompletableFuture<Reply<List<OpResult>>> answer = Requests.multi(turn.client(), operations);
      follower.sent(turn.client(), answer);
      Reply<List<OpResult>> reply = answer.get(turn.remainingNanos(), TimeUnit.NANOSECONDS);
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
    answers.granted();
    return new PutOutcome.Stored(next);
  }

  /** A lost connection and an expired session say nothing about what was sent before. */
  private PutOutcome failed(Reply<List<OpResult>> reply, Op first, ZooKeeper client) {
    StoreException cause = answers.failure(reply, first.getPath());
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
}
