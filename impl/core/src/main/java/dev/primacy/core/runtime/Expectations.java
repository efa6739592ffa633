package dev.primacy.core.runtime;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** What somebody waits for to become true of a group. On the lease thread. */
final class Expectations {
  private final Map<String, List<Expectation>> open = new HashMap<>();

  private record Expectation(
      BooleanSupplier fulfilled, CompletableFuture<Void> done, Patience patience) {}

  /**
   * Waits.
   *
   * @param fulfilled looked at whenever something happened to the group
   * @param failure what it fails with when the time is over
   * @return completes on the lease thread
   */
  CompletableFuture<Void> await(
      String group,
      BooleanSupplier fulfilled,
      PatienceFactory time,
      Supplier<? extends RuntimeException> failure) {
    CompletableFuture<Void> done = new CompletableFuture<>();
    if (fulfilled.getAsBoolean()) {
      done.complete(null);
      return done;
    }
    Patience patience = time.make(() -> done.completeExceptionally(failure.get()));
    Expectation made = new Expectation(fulfilled, done, patience);
    open.computeIfAbsent(group, first -> new ArrayList<>()).add(made);
    patience.start();
    var unused = done.whenComplete((ok, failed) -> forget(group, made));
    return done;
  }

  /** Makes a time limit that is heard of on the lease thread. */
  interface PatienceFactory {
    Patience make(Runnable onTimeout);
  }

  /** The groups of which something is waited for. */
  Set<String> groups() {
    return Set.copyOf(open.keySet());
  }

  /** Something happened to a group. */
  void look(String group) {
    List<Expectation> waiting = open.get(group);
    if (waiting != null) {
      List.copyOf(waiting).stream()
          .filter(each -> each.fulfilled().getAsBoolean())
          .forEach(each -> each.done().complete(null));
    }
  }

  private void forget(String group, Expectation over) {
    over.patience().cancel();
    List<Expectation> waiting = open.get(group);
    if (waiting != null && waiting.remove(over) && waiting.isEmpty()) {
      open.remove(group);
    }
  }

  /** Nobody waits any more. */
  void fail(Supplier<? extends RuntimeException> failure) {
    List.copyOf(open.values()).stream()
        .flatMap(List::stream)
        .toList()
        .forEach(each -> each.done().completeExceptionally(failure.get()));
  }
}
