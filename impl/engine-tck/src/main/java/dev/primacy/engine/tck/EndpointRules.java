package dev.primacy.engine.tck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primacy.spi.RecordStore;
import dev.primacy.spi.SettingDescription;
import dev.primacy.spi.SettingType;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Where a store is reached is for people, and said from memory. */
interface EndpointRules {

  @Test
  default void where_it_is_reached_is_said_at_once_at_any_time_and_without_credentials(Bench bench)
      throws Exception {
    List<String> secrets = secrets(bench);
    RecordStore store = bench.openAtOnce(bench.surroundings("n1"));
    check(store, secrets);
    Waiting.until("it answers", bench.service().recovery(), () -> Bench.answers(store));
    check(store, secrets);
    if (bench.running().can(Ability.WIRE)) {
      bench.wire("n1").freeze();
      check(store, secrets);
      bench.wire("n1").cut();
      check(store, secrets);
      bench.wire("n1").heal();
    }
    store.close();
    check(store, secrets);
  }

  private static List<String> secrets(Bench bench) throws Exception {
    var settings = bench.settings("n1");
    return bench.service().engine().settings().stream()
        .filter(row -> row.type() == SettingType.SECRET)
        .map(SettingDescription::key)
        .map(key -> settings.getOrDefault(key, ""))
        .filter(secret -> !secret.isEmpty())
        .toList();
  }

  /** Whoever waits for an answer of the service is interrupted in that, or takes too long. */
  private static void check(RecordStore store, List<String> secrets) {
    Thread.currentThread().interrupt();
    Stopwatch.within(OutageRules.SLACK, store::endpoint);
    assertThat(Thread.interrupted()).as("the flag of who asks").isTrue();
    Optional<String> endpoint = store.endpoint();
    if (endpoint.isPresent()) {
      assertThat(endpoint.get()).matches("[!-~]{1,255}").doesNotContain("@").doesNotContain("?");
      assertThat(secrets).as("of " + endpoint.get()).noneMatch(endpoint.get()::contains);
    }
  }
}
