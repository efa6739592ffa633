package dev.primacy.demo.launch;

import dev.primacy.demo.DemoMessages;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Runs three nodes until it is interrupted, or for a while. It lives in Maven's own JVM: a launcher
 * process of its own would outlive a killed Maven, and the nodes with it.
 *
 * @since 0.1
 */
public final class Demo {
  private static final long STOP_WITHIN_SECONDS = 22;

  private final Plans plans;
  private final LaunchOptions options;
  private final List<RunningNode> nodes = new CopyOnWriteArrayList<>();
  private final CompletableFuture<Void> stopping = new CompletableFuture<>();

  private Demo(Plans plans, LaunchOptions options) {
    this.plans = plans;
    this.options = options;
  }

  /**
   * Starts the nodes, waits, stops them.
   *
   * @param words {@code light} or {@code wildfly}, and the demo module's directory
   */
  public static void main(String[] words) {
    LaunchOptions options = LaunchOptions.of(Path.of(words[1]), System.getProperties());
    Plans plans = words[0].equals("wildfly") ? new WildFlyPlans(options) : new LightPlans(options);
    new Demo(plans, options).run();
  }

  private void run() {
    List<NodePlan> all = plans.all();
    PortCheck.of(all);
    plans.prepare();
    Thread hook = new Thread(this::stop, "demo-stop");
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      all.forEach(plan -> nodes.add(RunningNode.start(plan)));
      runUnderWatch(all);
    } finally {
      stop();
      removeHook(hook);
    }
  }

  private void runUnderWatch(List<NodePlan> all) {
    Process watch = OrphanWatch.over(nodes);
    try {
      nodes.forEach(this::introduce);
      List<String> pages = all.stream().map(plan -> plan.url().toString()).toList();
      NodePlan primary = awaitPrimary(all);
      say("%s is the primary; pages: %s".formatted(primary.name(), pages));
      operate(primary);
      awaitEnd();
    } finally {
      stop();
      watch.destroy();
    }
  }

  private void operate(NodePlan node) {
    List<String> lines = OperatorLines.of(options, node);
    if (!lines.isEmpty()) {
      say("operate it from a shell:");
      lines.forEach(System.out::println);
    }
  }

  private void introduce(RunningNode node) {
    NodePlan plan = node.plan();
    say("%s  pid %d  %s".formatted(plan.name(), node.handle().pid(), plan.url()));
    say("%s  restart: %s".formatted(plan.name(), plan.restart()));
    node.onEnd(code -> tellEnd(plan, code));
  }

  private void tellEnd(NodePlan plan, int code) {
    if (!stopping.isDone()) {
      say(
          "%s has ended, exit code %d; its restart line brings it back"
              .formatted(plan.name(), code));
    }
  }

  private NodePlan awaitPrimary(List<NodePlan> all) {
    try (PrimaryProbe probe = new PrimaryProbe()) {
      CompletableFuture<NodePlan> primary = probe.primary(all);
      nodes.forEach(node -> node.onEnd(code -> primary.completeExceptionally(early(node, code))));
      return primary.get(plans.primaryWithinSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new LaunchException(DemoMessages.TEXT.noPrimary(plans.primaryWithinSeconds()), e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof LaunchException known
          ? known
          : new LaunchException(String.valueOf(e.getMessage()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LaunchException(DemoMessages.TEXT.noPrimary(0), e);
    }
  }

  private static LaunchException early(RunningNode node, int code) {
    return new LaunchException(DemoMessages.TEXT.endedEarly(node.plan().name(), code));
  }

  /** Until all nodes have ended, the time is over, or Maven is interrupted. */
  private void awaitEnd() {
    CompletableFuture<Void> ended =
        CompletableFuture.allOf(
            nodes.stream().map(RunningNode::ended).toArray(CompletableFuture<?>[]::new));
    say(
        options.seconds() == 0
            ? "Ctrl-C ends the demo"
            : "the demo ends in " + options.seconds() + " s");
    try {
      if (options.seconds() == 0) {
        ended.get();
      } else {
        ended.get(options.seconds(), TimeUnit.SECONDS);
      }
    } catch (TimeoutException e) {
      say("the time is over; the nodes stop now");
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Once; asked by the hook and by the end of the run alike. */
  private void stop() {
    stopping.complete(null);
    nodes.forEach(RunningNode::terminate);
    nodes.forEach(node -> node.awaitEnd(STOP_WITHIN_SECONDS));
  }

  private static void removeHook(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      return; // it runs already
    }
  }

  private static void say(String text) {
    System.out.println("demo  " + text);
  }
}
