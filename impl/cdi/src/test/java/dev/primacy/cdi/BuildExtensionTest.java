package dev.primacy.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.primacy.Groups;
import dev.primacy.Membership;
import dev.primacy.NotPrimaryException;
import dev.primacy.core.runtime.PrimacyRuntime;
import dev.primacy.ledger.Ledger;
import dev.primacy.ledger.Ledger.Book;
import dev.primacy.ledger.Ledger.Witness;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The application is deployed by the build compatible extension, and works. */
class BuildExtensionTest {
  private static final Duration LONG = Duration.ofSeconds(30);

  private final Map<String, String> settings =
      Map.of(
          "primacy.groups", "ledger,audit",
          "primacy.group", "ledger",
          "primacy.engine", "memory",
          "primacy.memory.name", "b" + UUID.randomUUID().toString().substring(0, 8),
          "primacy.lease", "1s");

  private Built built() {
    return Built.of(Ledger.BEANS, settings);
  }

  private static void untilPrimary(Built application) {
    await().atMost(LONG).until(application.get(Membership.class)::isPrimary);
  }

  @Test
  void a_guarded_bean_works_on_the_primary_and_refuses_afterwards() {
    try (Built application = built()) {
      untilPrimary(application);
      Book book = application.get(Book.class);
      assertThat(book.post()).isPositive();
      application.get(PrimacyRuntime.class).close();
      assertThatThrownBy(book::post).isInstanceOf(NotPrimaryException.class);
      book.skipped();
    }
  }

  @Test
  void guards_of_the_application_are_registered_and_those_of_Primacy_are_not() {
    try (Built application = built()) {
      assertThat(application.get(GuardRegistry.class).report())
          .extracting(GuardedMethod::name)
          .containsExactly("Book.post", "Book.skipped");
    }
  }

  @Test
  void views_are_injected_for_the_default_group_and_for_each_that_is_named() {
    try (Built application = built()) {
      assertThat(application.get(Book.class).groups()).containsExactly("audit", "ledger");
    }
  }

  @Test
  void parts_of_the_runtime_are_injected() {
    try (Built application = built()) {
      assertThat(application.get(Groups.class).toString()).isNotEmpty();
      assertThat(application.get(ApplicationThreads.class)).isNotNull();
    }
  }

  @Test
  void an_observer_that_throws_keeps_nobody_from_hearing() {
    try (Built application = built()) {
      Witness witness = application.get(Witness.class);
      await()
          .atMost(LONG)
          .untilAsserted(
              () ->
                  assertThat(witness.heard())
                      .contains("ledger PRIMARY", "Rude: first", "Polite: second, PRIMARY"));
      List<String> ofLedger =
          witness.heard().stream().filter(heard -> heard.startsWith("ledger ")).toList();
      // started once, though two events of the container's tell that the application has begun
      assertThat(ofLedger).containsExactly("ledger SECONDARY", "ledger PRIMARY");
    }
  }

  @Test
  void what_is_only_looked_up_is_given_a_name_and_so_is_kept() {
    try (Built application = built()) {
      assertThat(application.has("dev_primacy_ledger_Ledger$Near")).isTrue();
      assertThat(application.has("dev_primacy_ledger_Ledger$Copier")).isTrue();
      assertThat(application.has("far")).isTrue();
      assertThat(application.has("dev_primacy_ledger_Ledger$Far")).isFalse();
    }
  }
}
