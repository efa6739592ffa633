package dev.primacy.core.runtime;

import static dev.primacy.core.CoreLog.LOG;

import dev.primacy.NodeId;
import dev.primacy.core.gate.Clocks;
import dev.primacy.core.settings.ObserverSettings;
import dev.primacy.core.settings.SettingText;
import dev.primacy.event.RoleChangeCause;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Leaves: guard closed, observers told, calls drained, release confirmed, store kept for a
 * successor that needs it, last event, threads ended. Each step has its time, so all of it has.
 */
final class Departure {
  private static final Duration LAST_WORDS = Duration.ofSeconds(5);
  private static final Duration THREADS = Duration.ofSeconds(2);

  private final Machinery machinery;
  private final Clocks clocks;
  private final Chronicle chronicle;

  Departure(Machinery machinery, Clocks clocks, Chronicle chronicle) {
    this.machinery = machinery;
    this.clocks = clocks;
    this.chronicle = chronicle;
  }

  void run() {
    long began = clocks.nanos();
    NodeId node = machinery.incarnations.get();
    machinery.onlookers.watches().end();
    try {
      Set<String> given = giveUp();
      leave();
      awaitSuccessors(given, node);
      lastEvents();
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    }
    awaitFollowers();
    chronicle.close();
    stop();
    long millis = TimeUnit.NANOSECONDS.toMillis(clocks.nanos() - began);
    machinery.scribe.write(() -> LOG.left(node.toString(), millis));
    endLog();
  }

  /** Everything held, all groups side by side; which those were. */
  private Set<String> giveUp() throws InterruptedException {
    CompletableFuture<Set<String>> given = new CompletableFuture<>();
    Set<String> held = new TreeSet<>();
    machinery.loop.post(
        () -> {
          machinery.operations.introduction().leaving();
          CompletableFuture<?>[] all =
              machinery.leave().stream()
                  .map(cycle -> cycle.leave(held))
                  .toArray(CompletableFuture<?>[]::new);
          var unused = CompletableFuture.allOf(all).thenRun(() -> given.complete(held));
        });
    return await(given, handOverTime(), held);
  }

  private Duration handOverTime() {
    ObserverSettings observers = machinery.settings.observers();
    return observers
        .timeout()
        .multipliedBy(2)
        .plus(observers.drainTimeout())
        .plus(machinery.settings.timing().lease().multipliedBy(2));
  }

  /** Right after the last release, on the lease thread, so that nothing is taken in between. */
  private void leave() throws InterruptedException {
    CompletableFuture<Void> left = new CompletableFuture<>();
    machinery.loop.post(
        () -> {
          var unused = machinery.driver.leave().thenRun(() -> left.complete(null));
        });
    Duration patience = machinery.settings.timing().lease();
    try {
      machinery.execution().await(left, patience);
    } catch (TimeoutException | ExecutionException late) {
      machinery.scribe.write(() -> LOG.releaseUnconfirmed(SettingText.show(patience)));
    }
  }

  private void awaitSuccessors(Set<String> given, NodeId node) throws InterruptedException {
    if (given.isEmpty() || !machinery.keeper.store().servesPeers()) {
      return;
    }
    Duration patience = machinery.settings.timing().lease();
    Set<String> open =
        new Succession(machinery.keeper.store(), machinery.hints, clocks, node.incarnation())
            .await(given, patience);
    if (!open.isEmpty()) {
      String groups = GroupNames.shown(open, ",");
      machinery.scribe.write(() -> LOG.noSuccessor(groups, SettingText.show(patience)));
    }
  }

  /** Of the nodes first: nothing follows the end of a group. */
  private void lastEvents() throws InterruptedException {
    machinery.exchange.close();
    chronicle.stopping();
    CompletableFuture<Set<String>> nodes = new CompletableFuture<>();
    machinery.nodes.stop(() -> nodes.complete(Set.of()));
    await(nodes, THREADS, Set.of());
    CompletableFuture<Void> told = new CompletableFuture<>();
    machinery.loop.post(
        () -> {
          machinery.operations.introduction().over();
          List.copyOf(machinery.cycles.values())
              .forEach(cycle -> cycle.left(RoleChangeCause.SHUTDOWN));
          told.complete(null);
        });
    await(told.thenApply(done -> Set.of()), THREADS, Set.of());
    if (!machinery.lanes.close(LAST_WORDS)) {
      machinery.scribe.write(() -> LOG.dispatcherStuck(SettingText.show(LAST_WORDS)));
    }
  }

  private Set<String> await(
      CompletableFuture<Set<String>> future, Duration patience, Set<String> otherwise)
      throws InterruptedException {
    try {
      return machinery.execution().await(future, patience);
    } catch (TimeoutException | ExecutionException late) {
      return otherwise;
    }
  }

  private void awaitFollowers() {
    try {
      machinery.onlookers.watches().awaitEnd(LAST_WORDS);
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    }
  }

  private void stop() {
    try {
      machinery.stop(THREADS);
      machinery.onlookers.monitors().awaitEnd(LAST_WORDS);
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    }
  }

  private void endLog() {
    try {
      machinery.scribe.close(THREADS);
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    }
  }
}
