package dev.primacy.core.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.primacy.messaging.Topic;
import dev.primacy.messaging.TopicMatcher;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Topics, and patterns of them. */
class TopicsTest {

  @Test
  @DisplayName("S3.5 a topic is the number of a type and an origin")
  void a_topic_is_the_number_of_a_type_and_an_origin() {
    assertThat(Topic.of(1001, "chan1.7")).hasToString("1001.chan1.7");
    assertThatIllegalArgumentException().isThrownBy(() -> Topic.of(0, "orig"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a b", "a.*", "#", "a\u0000", "a\nb"})
  void an_origin_has_no_blanks_and_no_wildcards(String origin) {
    assertThatIllegalArgumentException().isThrownBy(() -> Topic.of(1001, origin));
  }

  @Test
  @DisplayName("AT-3.7, S3.12 a binding names a type, an origin, both or neither")
  void a_binding_names_a_type_an_origin_both_or_neither() {
    assertThat(TopicMatcher.binding(OptionalInt.empty(), Optional.empty())).hasToString("*.#");
    assertThat(TopicMatcher.binding(OptionalInt.of(1001), Optional.empty())).hasToString("1001.#");
    assertThat(TopicMatcher.binding(OptionalInt.of(1001), Optional.of("ucsd")))
        .hasToString("1001.ucsd");
    assertThat(TopicMatcher.binding(OptionalInt.empty(), Optional.of("ucsd")))
        .hasToString("*.ucsd");
  }

  @ParameterizedTest
  @CsvSource({
    "*.#, 1001.ucsd, true",
    "1001.#, 1001.chan1.7, true",
    "1001.#, 1052.chan1.7, false",
    "1001.ucsd, 1001.ucsd, true",
    "chan1.#, chan1, true",
    "chan1.#, chan1.a.b, true",
    "chan1.*, chan1.a, true",
    "chan1.*, chan1, false",
    "chan1.*, chan1.a.b, false",
    "chan2.#, chan1.a, false",
    "#.b, a.a.b, true",
    "#.#, a, true",
    "*.a, st1.a, true",
    "st1.*, st1.a, true",
    "a*, ab, false"
  })
  @DisplayName("S3.13 patterns have two wildcards, as AMQP has them")
  void patterns_have_two_wildcards(String pattern, String topic, boolean matches) {
    assertThat(TopicMatcher.of(pattern).matches(topic)).isEqualTo(matches);
  }

  @Test
  @DisplayName("S3.13 a pattern matches what its rules say, tried word by word")
  void a_pattern_matches_what_its_rules_say_tried_word_by_word() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    int matches = 0;
    for (int i = 0; i < 20_000; i++) {
      String pattern = words(random, List.of("a", "b", "*", "#"));
      String topic = words(random, List.of("a", "b"));
      boolean expected = byTheRules(list(pattern), list(topic));
      matches += expected ? 1 : 0;
      assertThat(TopicMatcher.of(pattern).matches(topic))
          .as("%s of %s, seed %d", pattern, topic, seed)
          .isEqualTo(expected);
    }
    assertThat(matches).as("seed %d", seed).isBetween(1_000, 19_000);
  }

  private static String words(Random random, List<String> from) {
    return IntStream.rangeClosed(0, random.nextInt(6))
        .mapToObj(i -> from.get(random.nextInt(from.size())))
        .collect(Collectors.joining("."));
  }

  private static List<String> list(String words) {
    return Arrays.asList(words.split("\\.", -1));
  }

  /** As the rules are told, with every way tried. */
  private static boolean byTheRules(List<String> pattern, List<String> topic) {
    if (pattern.isEmpty()) {
      return topic.isEmpty();
    }
    List<String> rest = pattern.subList(1, pattern.size());
    if (pattern.get(0).equals("#")) {
      return IntStream.rangeClosed(0, topic.size())
          .anyMatch(some -> byTheRules(rest, topic.subList(some, topic.size())));
    }
    return !topic.isEmpty()
        && (pattern.get(0).equals("*") || pattern.get(0).equals(topic.get(0)))
        && byTheRules(rest, topic.subList(1, topic.size()));
  }

  @Test
  void many_wildcards_cost_no_more_than_their_number_times_that_of_the_words() {
    String pattern = "#.a.".repeat(200) + "#.b";
    assertThat(TopicMatcher.of(pattern).matches("a.".repeat(400) + "a")).isFalse();
  }
}
