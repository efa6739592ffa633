package dev.primacy.engine.tck;

import dev.primacy.spi.RecordKey;
import dev.primacy.spi.RecordStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The servers of a service, each with a client that reaches no other. */
final class Replicas {
  /** In which a server that comes back tells the others what it has. */
  private static final Duration SETTLING = Duration.ofMillis(2500);

  private final RecordKey key = Records.group("ledger");
  private final History history = new History();
  private final List<Replica> servers = new ArrayList<>();
  private final List<RecordStore> stores = new ArrayList<>();
  private final List<Client> clients = new ArrayList<>();
  private final Set<Integer> running = new TreeSet<>();
  private final Duration patience;

  private Replicas(Duration patience) {
    this.patience = patience;
  }

  static Replicas of(Bench bench) throws Exception {
    Replicas replicas = new Replicas(bench.service().recovery());
    replicas.servers.addAll(bench.service().replicas());
    for (int i = 0; i < replicas.servers.size(); i++) {
      RecordStore store = bench.open(bench.attachedTo(i));
      replicas.stores.add(store);
      replicas.clients.add(new Client("at-" + i, store, replicas.history));
      replicas.running.add(i);
    }
    return replicas;
  }

  History history() {
    return history;
  }

  void kill(int... which) throws Exception {
    for (int at : which) {
      servers.get(at).kill();
      running.remove(at);
    }
  }

  /** Starts them, gives those that run the time to agree, and looks at each. */
  void start(int... which) throws Exception {
    for (int at : which) {
      servers.get(at).start();
      running.add(at);
    }
    for (int at : running) {
      RecordStore store = stores.get(at);
      Waiting.until("server " + at + " answers", patience, () -> Bench.answers(store));
    }
    Waiting.pass(SETTLING);
    for (int at : running) {
      boolean unused = clients.get(at).read(key);
    }
  }

  void write(int at) throws Exception {
    Waiting.until("a first write", patience, () -> attempt(at));
  }

  /** Writes over what is there as far as this client knows, with whatever outcome. */
  boolean attempt(int at) throws InterruptedException {
    boolean unused = clients.get(at).read(key);
    return clients.get(at).put(key);
  }
}
