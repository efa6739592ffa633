package dev.primacy.engine.zookeeper;

import static dev.primacy.engine.zookeeper.Messages.LOG;

import dev.primacy.spi.RecordKey;
import dev.primacy.spi.RecordKind;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.apache.zookeeper.AddWatchMode;
import org.apache.zookeeper.KeeperException.Code;
import org.apache.zookeeper.ZooKeeper;
import org.jspecify.annotations.Nullable;

/** One recursive watch for all records. On the client's event thread; consumers only hand over. */
final class Hints {

  private final Paths paths;
  private final List<Consumer<RecordKey>> consumers = new CopyOnWriteArrayList<>();

  Hints(Paths paths) {
    this.paths = paths;
  }

  void add(Consumer<RecordKey> consumer) {
    consumers.add(consumer);
  }

  /**
   * Sets the watch, anew on every connection, and hints at everything that is there: what changed
   * while there was no connection was not reported.
   *
   * @param watched runs when from now on every change is reported
   */
  void connected(ZooKeeper client, Runnable watched) {
    client.addWatch(
        paths.cluster(),
        AddWatchMode.PERSISTENT_RECURSIVE,
        (code, path, context) -> {
          if (code == Code.OK.intValue()) {
            watched.run();
          } else {
            LOG.debugf("watching %s: %s", path, Code.get(code));
          }
        },
        null);
    for (RecordKind kind : Paths.SHOWN) {
      Requests.then(
          Requests.children(client, paths.of(kind)), names -> hintAll(kind, names.value()));
    }
  }

  private void hintAll(RecordKind kind, @Nullable List<String> names) {
    if (names != null) {
      names.forEach(name -> hint(new RecordKey(kind, name)));
    }
  }

  void changed(String path) {
    paths.keyOf(path).ifPresent(this::hint);
  }

  private void hint(RecordKey key) {
    for (Consumer<RecordKey> consumer : consumers) {
      consumer.accept(key);
    }
  }
}
