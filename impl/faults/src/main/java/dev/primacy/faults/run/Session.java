package dev.primacy.faults.run;

import dev.primacy.faults.check.Checker;
import dev.primacy.faults.cluster.Build;
import dev.primacy.faults.cluster.Cluster;
import dev.primacy.faults.cluster.Patience;
import dev.primacy.faults.cluster.Places;
import dev.primacy.faults.cluster.StoreKind;
import dev.primacy.faults.history.History;
import dev.primacy.faults.load.FencedResource;
import dev.primacy.faults.load.Load;
import dev.primacy.faults.load.Recorder;
import dev.primacy.faults.network.Network;
import dev.primacy.faults.probe.Plant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Three nodes on one store from their start to their end, and the judgement on what was seen.
 *
 * @param name names its directory
 * @param engine the store
 * @param lease of the nodes
 * @param plant what is wrong with nodes or resource on purpose
 * @param seed of what is left to chance
 * @param events {@code off}; {@code live}, or {@code durable} with a queue that is kept
 * @param build what the nodes are started from first
 */
record Session(
    String name,
    StoreKind engine,
    Duration lease,
    Plant plant,
    long seed,
    String events,
    Build build) {
  /** As long as a node waits for the resource: after this nothing is under way any more. */
  private static final Duration LAST_CALLS = Duration.ofSeconds(6);

  /** What is done while the nodes run. */
  @FunctionalInterface
  interface Work {
    /** Does it. */
    void with(Cluster cluster, Episodes episodes, Recorder recorder) throws Exception;
  }

  /** The same with events between the nodes. */
  Session telling(String which) {
    return new Session(name, engine, lease, plant, seed, which, build);
  }

  /** The same with nodes of another build. */
  Session from(Build other) {
    return new Session(name, engine, lease, plant, seed, events, other);
  }

  /** Runs it under the usual load. */
  Outcome run(Network network, Path parent, Work work) throws Exception {
    String path = plant.trustsAFlag() ? "/faults/flagged" : "/faults/write";
    return quietly(
        network,
        parent,
        (cluster, episodes, recorder) -> {
          try (Load load = new Load(path, recorder, seed)) {
            load.start();
            work.with(cluster, episodes, recorder);
          }
        });
  }

  /** Runs it without any load but that of the work itself. */
  Outcome quietly(Network network, Path parent, Work work) throws Exception {
    Places places = new Places(fresh(parent.resolve(name)));
    Path own = places.directory("history").resolve("suite");
    List<Path> journals = new ArrayList<>();
    try (Recorder recorder = new Recorder(own);
        Cluster cluster = new Cluster(network, places, engine.make(places), build, settings());
        FencedResource resource = new FencedResource(recorder, plant != Plant.UNFENCED)) {
      Watch watch = new Watch();
      recorder.listen(watch::see);
      resource.start();
      cluster.start();
      Episodes episodes = new Episodes(cluster, recorder, watch, lease, new Random(seed));
      episodes.begin();
      work.with(cluster, episodes, recorder);
      Patience.of(LAST_CALLS).pass();
      journals.addAll(cluster.journals());
    }
    journals.add(own);
    History history = History.read(journals);
    return new Outcome(this, history, Checker.check(history));
  }

  private Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>();
    settings.put("primacy.lease", lease.toMillis() + "ms");
    settings.put("faults.resource", FencedResource.address());
    settings.put("faults.events", events);
    settings.put(Plant.PROPERTY, plant.name());
    if (!build.equals(Build.own())) {
      // an earlier build does not know what a later one may be told
      settings.put("primacy.config.unknown", "warn");
    }
    return settings;
  }

  private static Path fresh(Path directory) throws IOException {
    if (Files.exists(directory)) {
      List<Path> all;
      try (var walk = Files.walk(directory)) {
        all = walk.sorted(Comparator.reverseOrder()).toList();
      }
      for (Path path : all) {
        Files.delete(path);
      }
    }
    return Files.createDirectories(directory);
  }
}
