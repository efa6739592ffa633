package dev.primacy.core.runtime;

import static dev.primacy.core.runtime.TestNode.GROUP;
import static dev.primacy.core.runtime.TestNode.node;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.primacy.NodeRole;
import dev.primacy.event.ClusterEvent;
import dev.primacy.event.GroupEvent;
import dev.primacy.event.NodeRoleChanged;
import dev.primacy.event.NodeRoleChanging;
import dev.primacy.event.ObserverStalled;
import dev.primacy.event.RoleChangeCause;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What observers may do, and what becomes of the others. */
class ObserversTest {
  private static final String OTHER = "audit";

  private final String cluster = "ob-" + UUID.randomUUID();
  private final List<TestNode> nodes = new ArrayList<>();
  private final CountDownLatch blocker = new CountDownLatch(1);
  private final LogBook log = new LogBook();

  @AfterEach
  void closeAll() {
    blocker.countDown();
    nodes.forEach(TestNode::close);
    log.close();
  }

  private TestNode blocking(TestNode.Builder builder, Predicate<ClusterEvent> which) {
    TestNode node =
        builder
            .with("primacy.groups", OTHER)
            .with("primacy.observers.stall", "200ms")
            .observing(
                event -> {
                  if (which.test(event)) {
                    anObserverThatBlocks();
                  }
                })
            .start();
    nodes.add(node);
    return node;
  }

  /** Its name is looked for in a stack. */
  private void anObserverThatBlocks() {
    try {
      blocker.await(30, TimeUnit.SECONDS);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean isRise(ClusterEvent event) {
    return event instanceof NodeRoleChanged change
        && change.group().equals(GROUP)
        && change.current() == NodeRole.PRIMARY;
  }

  @Test
  @DisplayName("DESIGN 5.4: a stalled observer is told once, with its stack; only its group waits")
  void a_stalled_observer_is_told_with_its_stack_and_only_its_group_waits() {
    TestNode one = blocking(node(cluster, "n1"), ObserversTest::isRise);

    await().until(() -> stalls().size() == 1);
    LogBook.Line told = stalls().get(0);
    assertThat(told.text()).contains("NodeRoleChanged", "primacy-n1-events-");
    await().until(() -> stalled(one).size() == 1);
    ObserverStalled stalled = stalled(one).get(0);
    assertThat(stalled.observer()).startsWith("primacy-n1-events-");
    assertThat(stalled.running()).isGreaterThanOrEqualTo(Duration.ofMillis(200));

    // the guard is open, and the other group has a whole tenure meanwhile
    assertThat(one.gate().tryEnter(0)).isNotNull();
    await().until(one.runtime.membership(OTHER)::isPrimary);
    one.runtime.membership(OTHER).stepDown().toCompletableFuture().join();
    await().until(() -> heard(one, OTHER, RoleChangeCause.STEP_DOWN));
    assertThat(stalls()).as("once, though it goes on").hasSize(1);
    assertThat(one.heard(GroupEvent.class))
        .filteredOn(event -> event.group().equals(GROUP))
        .last()
        .satisfies(event -> assertThat(isRise(event)).isTrue());
  }

  /** The lines with a stack that shows where it blocks; a busy machine may stall others, too. */
  private List<LogBook.Line> stalls() {
    return log.lines().stream()
        .filter(line -> line.text().startsWith("PRIMACY-2107"))
        .filter(
            line ->
                Arrays.stream(line.thrown().getStackTrace())
                    .anyMatch(frame -> frame.getMethodName().equals("anObserverThatBlocks")))
        .toList();
  }

  private static List<ObserverStalled> stalled(TestNode node) {
    return node.heard(ObserverStalled.class).stream()
        .filter(stalled -> isRise(stalled.event()))
        .toList();
  }

  private static boolean heard(TestNode node, String group, RoleChangeCause cause) {
    return node.heard(NodeRoleChanged.class).stream()
        .anyMatch(change -> change.group().equals(group) && change.cause() == cause);
  }

  @Test
  @DisplayName("DESIGN 5.1: all dispatch threads taken is a warning, and the rest is told after it")
  void all_threads_taken_is_a_warning_and_what_waits_is_told_later() {
    TestNode one =
        blocking(node(cluster, "n1").with("primacy.dispatch.threads", "1"), ObserversTest::isRise);

    await().until(one::isPrimary);
    await().until(() -> log.numbered(2109).size() == 1);
    // a pool that is full is noticed before an observer counts as stalled
    await().until(() -> !log.numbered(2107).isEmpty());
    assertThat(log.numbered(2109).get(0)).contains("all 1 dispatch threads");
    assertThat(stalled(one)).as("there is no thread to tell it on").isEmpty();

    blocker.countDown();
    await().until(one.runtime.membership(OTHER)::isPrimary);
    await().until(() -> heard(one, OTHER, RoleChangeCause.ACQUIRED));
    await().until(() -> stalled(one).size() == 1);
    assertThat(one.heard).as("nothing twice").doesNotHaveDuplicates();
  }

  @Test
  @DisplayName(
      "S1.21, DESIGN 5.1: observers run on dispatch threads, never on the lease or an engine thread")
  void observers_run_on_dispatch_threads_only() {
    Set<String> threads = ConcurrentHashMap.newKeySet();
    TestNode one =
        blocking(
            node(cluster, "n1"),
            event -> {
              threads.add(Thread.currentThread().getName());
              return false;
            });
    await().until(one::isPrimary);
    one.view().stepDown().toCompletableFuture().join();
    one.close();
    assertThat(threads).isNotEmpty().allMatch(name -> name.startsWith("primacy-n1-events-"));
  }

  @Test
  @DisplayName("DESIGN 5.5: a change caused by an observer is queued behind its event")
  void a_change_caused_by_an_observer_is_queued_behind_its_event() {
    List<String> seen = new CopyOnWriteArrayList<>();
    AtomicReference<TestNode> self = new AtomicReference<>();
    CountDownLatch known = new CountDownLatch(1);
    TestNode one =
        node(cluster, "n1")
            .observing(
                event -> {
                  if (event instanceof NodeRoleChanging change) {
                    seen.add("changing to " + change.to());
                  } else if (event instanceof NodeRoleChanged change) {
                    seen.add("changed to " + change.current());
                    if (isRise(event) && change.token().orElseThrow().term() == 1) {
                      awaitLatch(known);
                      stepDownWithin(self.get());
                      seen.add("returns");
                    }
                  }
                })
            .start();
    nodes.add(one);
    self.set(one);
    known.countDown();

    await().until(() -> heard(one, GROUP, RoleChangeCause.STEP_DOWN));
    assertThat(seen)
        .startsWith(
            "changed to SECONDARY",
            "changing to PRIMARY",
            "changed to PRIMARY",
            "returns",
            "changing to SECONDARY",
            "changed to SECONDARY");
  }

  /** The guard closes while the observer still runs, and nobody is told of that before it ends. */
  private static void stepDownWithin(TestNode node) {
    var unused = node.view().stepDown();
    await().until(() -> node.gate().tryEnter(0) == null);
  }

  private static void awaitLatch(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  @DisplayName("DESIGN 4.2, 5.2: an observer that hangs at the end delays it, and not for ever")
  void an_observer_that_hangs_at_the_end_does_not_hang_the_server() throws Exception {
    TestNode one =
        node(cluster, "n1")
            .with("primacy.observers.timeout", "200ms")
            .observing(
                event -> {
                  if (event instanceof NodeRoleChanging change
                      && change.to() == NodeRole.SECONDARY) {
                    hangWhateverHappens();
                  }
                })
            .start();
    nodes.add(one);
    await().until(one::isPrimary);
    TestNode two = node(cluster, "n2").start();
    nodes.add(two);
    await().until(() -> two.view().primary().isPresent());

    Thread closing = new Thread(one::close, "closing");
    closing.start();
    await().atMost(Duration.ofSeconds(5)).until(two::isPrimary);
    closing.join(Duration.ofSeconds(20).toMillis());
    assertThat(closing.isAlive()).isFalse();
    assertThat(log.numbered(2105)).hasSize(1);
    assertThat(log.numbered(2120)).hasSize(1);
    assertThat(one.threads)
        .as("it is a daemon, and ends with the process")
        .allMatch(Thread::isDaemon);

    int heard = one.heard.size();
    blocker.countDown();
    await().until(() -> one.threads.stream().noneMatch(Thread::isAlive));
    // what was queued behind it is its own last events, and nothing follows those
    assertThat(one.heard.subList(heard, one.heard.size())).allMatch(GroupEvent.class::isInstance);
    assertThat(one.view().role()).isEqualTo(NodeRole.NOT_IN_GROUP);
  }

  private void hangWhateverHappens() {
    boolean interrupted = false;
    while (blocker.getCount() > 0) {
      try {
        blocker.await(30, TimeUnit.SECONDS);
      } catch (InterruptedException ignoredByThisObserver) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
