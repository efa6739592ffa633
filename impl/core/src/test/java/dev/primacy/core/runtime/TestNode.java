package dev.primacy.core.runtime;

import dev.primacy.Membership;
import dev.primacy.NodeRole;
import dev.primacy.control.SecondaryInitializer;
import dev.primacy.core.gate.Gate;
import dev.primacy.core.messaging.MessagingSetup;
import dev.primacy.core.messaging.Via;
import dev.primacy.core.settings.MapSettings;
import dev.primacy.engine.memory.MemoryEngine;
import dev.primacy.event.ClusterEvent;
import dev.primacy.event.NodeJoined;
import dev.primacy.spi.Engine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A node within this JVM that remembers what it heard. */
final class TestNode implements AutoCloseable {
  static final String GROUP = "ledger";

  final String name;
  final List<ClusterEvent> heard = new CopyOnWriteArrayList<>();

  /** Of queues. */
  final List<ClusterEvent> handled = new CopyOnWriteArrayList<>();

  final List<Thread> threads = new CopyOnWriteArrayList<>();
  final PrimacyRuntime runtime;

  static final class Builder {
    private final Map<String, String> settings = new HashMap<>();
    private final String name;
    private Engine engine = new MemoryEngine();
    private EventSink observer = event -> DeliveryReport.CLEAN;
    private @Nullable SecondaryInitializer initializer;
    private MessagingSetup messaging = MessagingSetup.NONE;
    private ProcessEnd end =
        code -> {
          throw new AssertionError("nobody asked for the end of this process");
        };

    Builder(String cluster, String name) {
      this.name = name;
      settings.put("primacy.cluster", cluster);
      settings.put("primacy.group", GROUP);
      settings.put("primacy.node.name", name);
      settings.put("primacy.lease", "1s");
    }

    Builder with(String key, String value) {
      settings.put(key, value);
      return this;
    }

    Builder on(Engine other) {
      engine = other;
      return this;
    }

    Builder exchanging(MessagingSetup setup) {
      messaging = setup;
      return this;
    }

    Builder copyingBy(SecondaryInitializer copier) {
      initializer = copier;
      return this;
    }

    Builder ending(ProcessEnd other) {
      end = other;
      return this;
    }

    Builder observing(Consumer<ClusterEvent> more) {
      observer =
          event -> {
            try {
              more.accept(event);
              return DeliveryReport.CLEAN;
            } catch (RuntimeException failure) {
              return new DeliveryReport(
                  List.of(new DeliveryReport.Failure("Test.observer", failure)));
            }
          };
      return this;
    }

    TestNode start() {
      TestNode node = new TestNode(this);
      node.runtime.start();
      return node;
    }

    TestNode create() {
      return new TestNode(this);
    }
  }

  private TestNode(Builder builder) {
    name = builder.name;
    ThreadFactory factory =
        task -> {
          Thread thread = new Thread(task);
          threads.add(thread);
          return thread;
        };
    RuntimeSetup setup =
        RuntimeSetup.of(name)
            .withSource(new MapSettings(builder.settings))
            .withEngines(List.of(builder.engine))
            .withThreads(factory)
            .withEnd(builder.end)
            .withMessaging(builder.messaging)
            .withSink(
                new EventSink() {
                  @Override
                  public DeliveryReport deliver(ClusterEvent event) {
                    return deliver(event, Via.HERE);
                  }

                  @Override
                  public DeliveryReport deliver(ClusterEvent event, Via via) {
                    (via.queue().isEmpty() ? heard : handled).add(event);
                    return builder.observer.deliver(event);
                  }
                });
    SecondaryInitializer copier = builder.initializer;
    runtime = PrimacyRuntimes.create(copier == null ? setup : setup.withInitializer(copier));
  }

  static Builder node(String cluster, String name) {
    return new Builder(cluster, name);
  }

  Membership view() {
    return runtime.membership(GROUP);
  }

  Gate gate() {
    return runtime.gate(GROUP);
  }

  /** Whether it has seen a node of this name, in whatever group. */
  boolean knows(String node) {
    return heard(NodeJoined.class).stream()
        .anyMatch(seen -> seen.joined().id().name().equals(node));
  }

  boolean isPrimary() {
    return view().role() == NodeRole.PRIMARY;
  }

  <T extends ClusterEvent> List<T> heard(Class<T> type) {
    List<T> found = new ArrayList<>();
    Stream.of(heard.toArray()).filter(type::isInstance).map(type::cast).forEach(found::add);
    return found;
  }

  @Override
  public void close() {
    runtime.close();
  }
}
