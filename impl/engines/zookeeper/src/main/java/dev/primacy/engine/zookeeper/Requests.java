package dev.primacy.engine.zookeeper;

import static dev.primacy.engine.zookeeper.Messages.LOG;

import dev.primacy.spi.StoreException;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.KeeperException.Code;
import org.apache.zookeeper.Op;
import org.apache.zookeeper.OpResult;
import org.apache.zookeeper.ZooKeeper;
import org.apache.zookeeper.data.Stat;
import org.jspecify.annotations.Nullable;

/** ZooKeeper's callbacks as futures. None of them ever completes exceptionally. */
final class Requests {

  private Requests() {}

  /**
   * An answer.
   *
   * @param code what ZooKeeper says
   * @param definite whether the server said so, about the request itself: it is decided and done
   * @param value there if the code is {@link Code#OK}
   * @param stat there if a node was read
   */
  record Reply<T>(Code code, boolean definite, @Nullable T value, @Nullable Stat stat) {
    boolean ok() {
      return code == Code.OK;
    }

    /** Anything but OK, in words. */
    StoreException failure(String path) {
      String message =
          code == Code.NOAUTH ? LOG.notAllowed(path) : LOG.badAnswer(code.name(), path);
      return new StoreException(message, KeeperException.create(code, path));
    }
  }

  /**
   * A transaction that changes nothing and is proposed to the quorum all the same. What is sent
   * after it in the same session is answered after it was committed, so it is at least as fresh:
   * unlike {@code sync}, which a leader that lost its quorum answers by itself.
   */
  static CompletableFuture<Reply<List<OpResult>>> barrier(ZooKeeper client, String path) {
    return multi(client, List.of(Op.check(path, -1)));
  }

  static CompletableFuture<Reply<List<OpResult>>> multi(ZooKeeper client, List<Op> operations) {
    CompletableFuture<Reply<List<OpResult>>> future = new CompletableFuture<>();
    client.multi(
        operations,
        (code, path, context, results) ->
            future.complete(new Reply<>(codeOf(code), results != null, results, null)),
        null);
    return future;
  }

  static CompletableFuture<Reply<byte[]>> data(ZooKeeper client, String path) {
    CompletableFuture<Reply<byte[]>> future = new CompletableFuture<>();
    client.getData(
        path,
        false,
        (code, requested, context, bytes, stat) ->
            future.complete(new Reply<>(codeOf(code), true, bytes, stat)),
        null);
    return future;
  }

  /** Several nodes with one request; what they hold has to fit into one answer. */
  static CompletableFuture<List<Reply<byte[]>>> data(ZooKeeper client, List<String> paths) {
    CompletableFuture<List<Reply<byte[]>>> future = new CompletableFuture<>();
    client.multi(
        paths.stream().map(Op::getData).toList(),
        (code, path, context, results) ->
            future.complete(
                results != null && results.size() == paths.size()
                    ? results.stream().map(Requests::reply).toList()
                    : Collections.nCopies(paths.size(), failed(code))),
        null);
    return future;
  }

  private static Reply<byte[]> reply(OpResult result) {
    if (result instanceof OpResult.GetDataResult found) {
      return new Reply<>(Code.OK, true, found.getData(), found.getStat());
    }
    return failed(
        result instanceof OpResult.ErrorResult error ? error.getErr() : Code.OK.intValue());
  }

  private static Reply<byte[]> failed(int value) {
    Code code = codeOf(value);
    return new Reply<>(code == Code.OK ? Code.SYSTEMERROR : code, true, null, null);
  }

  static CompletableFuture<Reply<List<String>>> children(ZooKeeper client, String path) {
    CompletableFuture<Reply<List<String>>> future = new CompletableFuture<>();
    client.getChildren(
        path,
        false,
        (code, requested, context, names) ->
            future.complete(new Reply<>(codeOf(code), true, names, null)),
        null);
    return future;
  }

  /** What to do with an answer that nobody waits for; on the event thread. */
  static <T> void then(CompletableFuture<T> answer, Consumer<T> action) {
    var unused =
        answer
            .thenAccept(action)
            .exceptionally(
                failure -> {
                  LOG.maintenanceFailed(failure);
                  return null;
                });
  }

  private static Code codeOf(int value) {
    Code code = Code.get(value);
    return code == null ? Code.SYSTEMERROR : code;
  }
}
