package dev.primacy.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primacy.ledger.Mistakes;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What an application must not have is said by number, when it is built or when it starts. */
class BuildRefusalsTest {
  static Stream<Arguments> mistakes() {
    return Stream.of(
        Arguments.of(Mistakes.Static.class, "PRIMACY-1201", "Static.post()"),
        Arguments.of(Mistakes.NoBean.class, "PRIMACY-1202", "NoBean"),
        Arguments.of(Mistakes.Frozen.class, "PRIMACY-1209", "Frozen.token"),
        Arguments.of(Mistakes.FrozenBySetter.class, "PRIMACY-1209", "FrozenBySetter.configure"),
        Arguments.of(Mistakes.Torn.class, "PRIMACY-1240", "Torn.post()"),
        Arguments.of(Mistakes.Anonymous.class, "PRIMACY-1262", "no origin"),
        Arguments.of(Mistakes.Worried.class, "PRIMACY-1247", "Worried.hear"),
        Arguments.of(Mistakes.Sender.class, "PRIMACY-1600", "Sender.posted"),
        Arguments.of(Mistakes.Publisher.class, "PRIMACY-1600", "Publisher.publisher"),
        Arguments.of(Mistakes.PublisherAtCalls.class, "PRIMACY-1600", "PublisherAtCalls.hear"),
        Arguments.of(Mistakes.Receiver.class, "PRIMACY-1600", "@Observes at"),
        Arguments.of(Mistakes.Connections.class, "PRIMACY-1601", "Connections"));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void a_mistake_fails_the_build_with_its_number(Class<?> mistake, String number, String place) {
    assertThat(Built.failing(mistake)).contains(number, place).doesNotContain("PRIMACY-1602");
  }

  @Test
  void all_mistakes_of_a_build_are_reported_at_once() {
    assertThat(
            Built.failing(
                Mistakes.Static.class,
                Mistakes.Frozen.class,
                Mistakes.Sender.class,
                Mistakes.Connections.class))
        .contains("PRIMACY-1201", "PRIMACY-1209", "PRIMACY-1600", "PRIMACY-1601");
  }

  @Test
  void what_depends_on_settings_is_reported_when_the_application_starts_and_all_of_it() {
    assertThat(
            Built.failing(
                Mistakes.Astray.class, Mistakes.Scheduled.class, Mistakes.Contractor.class))
        .contains("PRIMACY-1602")
        .contains("PRIMACY-1207", "Contractor.post()")
        .contains("PRIMACY-1214", "Scheduled.tick()")
        .contains("'elsewhere'", "'nowhere'");
  }
}
