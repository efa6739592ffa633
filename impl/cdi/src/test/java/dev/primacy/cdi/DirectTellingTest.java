package dev.primacy.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primacy.core.messaging.Via;
import dev.primacy.core.runtime.DeliveryReport;
import dev.primacy.event.Became;
import dev.primacy.event.ClusterEvent;
import dev.primacy.event.NodeRoleChanged;
import dev.primacy.event.Origin;
import dev.primacy.event.Queue;
import jakarta.enterprise.event.ObserverException;
import jakarta.enterprise.event.Reception;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.enterprise.inject.spi.EventContext;
import jakarta.enterprise.inject.spi.EventMetadata;
import jakarta.enterprise.inject.spi.ObserverMethod;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Observers that Primacy tells itself, where a container would skip all after one that throws. */
class DirectTellingTest {
  private static final NodeRoleChanged EVENT = Sample.up("ledger", 2);
  private static final Set<Annotation> QUALIFIERS = Set.of(Became.Literal.of(EVENT.current()));

  private final List<String> heard = new ArrayList<>();

  /** One of an application, as a container has it. */
  private record Observer(
      int priority, boolean async, Set<Annotation> qualifiers, Consumer<EventContext<?>> body)
      implements ObserverMethod<ClusterEvent> {
    @Override
    public Class<?> getBeanClass() {
      return Observer.class;
    }

    @Override
    public Type getObservedType() {
      return ClusterEvent.class;
    }

    @Override
    public Set<Annotation> getObservedQualifiers() {
      return qualifiers;
    }

    @Override
    public Reception getReception() {
      return Reception.ALWAYS;
    }

    @Override
    public TransactionPhase getTransactionPhase() {
      return TransactionPhase.IN_PROGRESS;
    }

    @Override
    public int getPriority() {
      return priority;
    }

    @Override
    public boolean isAsync() {
      return async;
    }

    @Override
    public void notify(EventContext<ClusterEvent> context) {
      body.accept(context);
    }
  }

  private Observer observer(int priority, Consumer<EventContext<?>> body) {
    return new Observer(priority, false, Set.of(), body);
  }

  private Observer throwing(int priority, Exception failure) {
    return observer(priority, context -> DirectTellingTest.<RuntimeException>undeclared(failure));
  }

  /** As generated code throws what an observer declares. */
  @SuppressWarnings("unchecked")
  private static <E extends Exception> void undeclared(Exception failure) throws E {
    throw (E) failure;
  }

  /** The event that an application fires itself is the container's: no target is asked. */
  private static DeliveryReport tell(Observer... observers) {
    return DirectTelling.of(null, List.of(observers), QUALIFIERS).tell(EVENT, Via.HERE);
  }

  @Test
  void they_are_told_in_the_order_of_their_priorities() {
    DeliveryReport report =
        tell(observer(2, context -> heard.add("b")), observer(1, context -> heard.add("a")));
    assertThat(heard).containsExactly("a", "b");
    assertThat(report).isEqualTo(DeliveryReport.CLEAN);
  }

  @Test
  void one_that_throws_is_reported_and_the_next_is_told() {
    IllegalStateException first = new IllegalStateException("first");
    IOException declared = new IOException("second");
    DeliveryReport report =
        tell(
            throwing(1, first),
            throwing(2, declared),
            throwing(3, new ObserverException(declared)),
            observer(4, context -> heard.add("fourth")));
    assertThat(heard).containsExactly("fourth");
    assertThat(report.failures())
        .containsExactly(
            new DeliveryReport.Failure("Observer", first),
            new DeliveryReport.Failure("Observer", declared),
            new DeliveryReport.Failure("Observer", declared));
  }

  @Test
  void one_of_another_queue_or_origin_is_left_out_and_so_is_one_that_is_told_later() {
    tell(
        new Observer(1, false, Set.of(Queue.Literal.of("orders", false)), c -> heard.add("queue")),
        new Observer(2, false, Set.of(Origin.Literal.of("shop")), c -> heard.add("origin")),
        new Observer(3, true, Set.of(), c -> heard.add("later")));
    assertThat(heard).isEmpty();
  }

  @Test
  void an_observer_is_told_what_a_container_would_tell_it() {
    tell(
        observer(
            1,
            context -> {
              EventMetadata metadata = context.getMetadata();
              assertThat(context.getEvent()).isSameAs(EVENT);
              assertThat(metadata.getQualifiers()).isEqualTo(QUALIFIERS);
              assertThat(metadata.getType()).isEqualTo(NodeRoleChanged.class);
              assertThat(metadata.getInjectionPoint()).isNull();
              heard.add("told");
            }));
    assertThat(heard).containsExactly("told");
  }
}
