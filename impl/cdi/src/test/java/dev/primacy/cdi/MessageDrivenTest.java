package dev.primacy.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.primacy.PrimaryOnly;
import jakarta.ejb.MessageDriven;
import jakarta.enterprise.inject.Alternative;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A message-driven bean is intercepted by its server, and never announced as a bean by CDI. */
class MessageDrivenTest {
  /** An alternative that nobody selected: a type that is seen, and no bean. */
  @Alternative
  @MessageDriven
  static class Consumer {
    @PrimaryOnly
    public void onMessage(String message) {}
  }

  /** The same without messages: somebody's decision that there be no such bean. */
  @Alternative
  static class Unselected {
    @PrimaryOnly
    public void post() {}
  }

  private final Map<String, String> settings =
      Map.of(
          "primacy.cluster", "m" + UUID.randomUUID().toString().substring(0, 8),
          "primacy.group", "ledger",
          "primacy.engine", "memory",
          "primacy.lease", "1s");

  @Test
  void a_guarded_consumer_is_reported_and_has_the_application_take_part() throws Exception {
    try (Deployed node = Deployed.with(settings, Consumer.class)) {
      GuardRegistry registry = node.get(GuardRegistry.class);
      assertThat(registry.report())
          .extracting(GuardedMethod::name)
          .containsExactly("Consumer.onMessage");
      GuardedMethod guarded = registry.report().get(0);
      assertThat(guarded.enforcedBy()).containsExactly(Enforcement.INTERCEPTOR);
      await().atMost(Duration.ofSeconds(20)).until(() -> guarded.gate().tryEnter(0) != null);
    }
  }

  @Test
  void what_is_neither_a_bean_nor_a_consumer_has_nobody_take_part() {
    try (Deployed node = Deployed.with(settings, Unselected.class)) {
      assertThat(node.get(GuardRegistry.class).report()).isEmpty();
    }
  }
}
