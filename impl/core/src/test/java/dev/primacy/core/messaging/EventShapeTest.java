package dev.primacy.core.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.primacy.event.ApplicationEvent;
import dev.primacy.event.EnvelopedEvent;
import dev.primacy.event.EventEnvelope;
import dev.primacy.event.EventId;
import dev.primacy.event.GroupLifecycle;
import dev.primacy.event.LifecycleState;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventShapeTest {

  @EventId(10_001)
  private record Sold(int amount, EventEnvelope envelope) implements ApplicationEvent {
    private Sold {
      if (amount < 0) {
        throw new IllegalArgumentException("less than nothing");
      }
    }
  }

  private record Numberless(EventEnvelope envelope) implements ApplicationEvent {}

  @EventId(7)
  private record TooLow(EventEnvelope envelope) implements ApplicationEvent {}

  @EventId(10_002)
  private static final class NoRecord implements ApplicationEvent {
    @Override
    public EventEnvelope envelope() {
      return EventEnvelope.draft();
    }
  }

  @EventId(10_003)
  private record Elsewhere(int size) implements ApplicationEvent {
    @Override
    public EventEnvelope envelope() {
      return EventEnvelope.draft();
    }
  }

  @Test
  void an_event_is_taken_apart_and_put_into_another_envelope() {
    EventShape<Sold> shape = EventShape.of(Sold.class);
    Sold sold = new Sold(3, EventEnvelope.draft());
    assertThat(shape.eventId()).isEqualTo(10_001);
    assertThat(shape.values(sold)).containsExactly(3, EventEnvelope.draft());
    assertThat(shape.with(sold, EventEnvelope.of("shelf")))
        .isEqualTo(new Sold(3, EventEnvelope.of("shelf")));
  }

  @Test
  void what_the_record_refuses_is_refused_with_its_words() {
    EventShape<Sold> shape = EventShape.of(Sold.class);
    assertThatThrownBy(() -> shape.create(List.of(-1, EventEnvelope.draft())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("PRIMACY-2082")
        .hasMessageContaining("less than nothing");
  }

  @Test
  void primacys_own_events_have_a_shape_too() {
    EventShape<GroupLifecycle> shape = EventShape.of(GroupLifecycle.class);
    assertThat(shape.create(List.of(EventEnvelope.of("ledger"), LifecycleState.ACTIVE)).state())
        .isEqualTo(LifecycleState.ACTIVE);
  }

  @Test
  void what_is_no_type_of_events_is_refused_with_the_reason() {
    assertThat(refusal(Numberless.class)).contains("PRIMACY-1070", "no @EventId");
    assertThat(refusal(TooLow.class)).contains("is 7");
    assertThat(refusal(NoRecord.class)).contains("no record");
    assertThat(refusal(Elsewhere.class)).contains("no component");
    assertThat(EventShape.problem(Sold.class)).isEmpty();
  }

  private static String refusal(Class<? extends EnvelopedEvent> type) {
    assertThatThrownBy(() -> EventShape.of(type)).isInstanceOf(IllegalArgumentException.class);
    return EventShape.problem(type).orElseThrow();
  }
}
