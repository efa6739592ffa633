package dev.primacy.benchmarks.groups;

import dev.primacy.benchmarks.compare.Terms;
import dev.primacy.benchmarks.compare.cohort.Competitor;
import dev.primacy.benchmarks.compare.store.Store;
import dev.primacy.benchmarks.compare.store.StoreKind;
import dev.primacy.benchmarks.compare.store.Stores;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What the nodes share: a store that runs, or the memory of their process. */
final class Sites {
  private static final String MEMORY = "memory";

  private Sites() {}

  /** A name, and the store it needs; none for memory. */
  record Site(String name, Optional<StoreKind> store) {

    Optional<Store> open(Stores stores) throws Exception {
      return store.isPresent() ? Optional.of(stores.get(store.get())) : Optional.empty();
    }

    /** Whether two nodes have to be there before anything is. */
    boolean isEnsemble() {
      return store.filter(StoreKind.ENSEMBLE::equals).isPresent();
    }
  }

  static List<Site> of(Terms terms) {
    List<Site> sites = new ArrayList<>();
    if (terms.systems().isEmpty() || terms.systems().contains(MEMORY)) {
      sites.add(new Site(MEMORY, Optional.empty()));
    }
    terms
        .competitors()
        .filter(Competitor::isPrimacy)
        .forEach(one -> sites.add(new Site(one.id(), Optional.of(one.store()))));
    return sites;
  }

  /** The settings of each node, as arguments of a program: its number, a key and a value. */
  static Stream<String> arguments(Optional<Store> store, int nodes) {
    List<String> arguments = new ArrayList<>();
    for (int i = 0; i < nodes; i++) {
      int node = i;
      store
          .map(there -> there.settings(node, there.address()))
          .orElse(Map.of("primacy.engine", MEMORY))
          .forEach((key, value) -> arguments.add(node + ":" + key + "=" + value));
    }
    return arguments.stream();
  }

  /** What {@link #arguments} says of one node. */
  static Map<String, String> settings(Stream<String> arguments, int node) {
    String prefix = node + ":";
    Map<String, String> settings = new HashMap<>();
    arguments
        .filter(argument -> argument.startsWith(prefix))
        .map(argument -> argument.substring(prefix.length()).split("=", 2))
        .forEach(parts -> settings.put(parts[0], parts[1]));
    return settings;
  }
}
