package dev.primacy.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.primacy.core.messaging.EventCodec;
import dev.primacy.core.messaging.UndecodableException;
import dev.primacy.event.ApplicationEvent;
import dev.primacy.event.EnvelopedEvent;
import dev.primacy.event.EventEnvelope;
import dev.primacy.event.EventId;
import dev.primacy.event.GroupLifecycle;
import dev.primacy.event.LifecycleState;
import dev.primacy.json.Samples.Choosy;
import dev.primacy.json.Samples.Demanding;
import dev.primacy.json.Samples.Everything;
import dev.primacy.json.Samples.Lenient;
import dev.primacy.json.Samples.Small;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Events as JSON, and JSON as events. */
class JsonEventCodecTest {
  private static final String ENVELOPE =
      "{\"origin\":\"o\",\"status\":\"NO_CACHE\",\"stamp\":{\"id\":\"1\",\"node\":{\"name\":\"n\","
          + "\"incarnation\":\"01234567-89ab-cdef-0123-456789abcdef\"},\"seq\":1,"
          + "\"at\":\"2026-03-01T10:15:31Z\"}}";

  private final JsonEventCodec codec = new JsonEventCodec();

  private static String text(byte[] body) {
    return new String(body, StandardCharsets.UTF_8);
  }

  private static byte[] body(Class<?> type, String data) {
    return ("{\"v\":1,\"schema\":\""
            + type.getName()
            + "\",\"envelope\":"
            + ENVELOPE
            + ",\"data\":"
            + data
            + "}")
        .getBytes(StandardCharsets.UTF_8);
  }

  private String refusal(Class<? extends EnvelopedEvent> type, String data) {
    return refusal(type, body(type, data));
  }

  private String refusal(Class<? extends EnvelopedEvent> type, byte[] body) {
    try {
      return "no refusal, but " + codec.decode(type, body);
    } catch (UndecodableException refused) {
      return String.valueOf(refused.getMessage());
    }
  }

  @Test
  void it_is_found_as_a_service() {
    assertThat(ServiceLoader.load(EventCodec.class))
        .hasExactlyElementsOfTypes(JsonEventCodec.class);
  }

  @Test
  void an_event_has_version_schema_envelope_and_data() {
    assertThat(text(codec.encode(Samples.small())))
        .startsWith(
            "{\"v\":1,\"schema\":\"dev.primacy.json.Samples$Small\",\"envelope\":{"
                + "\"origin\":\"shop.berlin\"")
        .contains(
            "\"stamp\":{\"id\":\"01J00000000000000000000001\",\"node\":{\"name\":\"n1\","
                + "\"incarnation\":\"01234567-89ab-cdef-0123-456789abcdef\"},"
                + "\"seq\":9223372036854775807,\"at\":\"2026-03-01T10:15:31Z\"}")
        .endsWith("\"data\":{\"article\":\"chair\",\"left\":3}}");
  }

  @Test
  void whatever_may_be_part_of_an_event_is_read_as_it_was_written() throws Exception {
    Everything event = Samples.everything();
    Everything read = codec.decode(Everything.class, codec.encode(event));
    assertThat(read).isEqualTo(event);
    assertThat(read.tags()).containsExactly("z", "a");
  }

  @Test
  void numbers_that_json_does_not_know_are_kept() throws Exception {
    for (double number : new double[] {Double.NaN, 1 / -0.0, 1 / 0.0, -0.0, Double.MAX_VALUE}) {
      Everything event = Samples.everything();
      Rough rough = new Rough(event.envelope(), number, (float) number);
      assertThat(codec.decode(Rough.class, codec.encode(rough))).isEqualTo(rough);
    }
  }

  @EventId(10_009)
  private record Rough(EventEnvelope envelope, double finer, float rougher)
      implements ApplicationEvent {}

  @Test
  void a_type_of_primacys_own_is_written_like_any_other() throws Exception {
    GroupLifecycle event = new GroupLifecycle(Samples.ENVELOPE, LifecycleState.ACTIVE);
    assertThat(codec.decode(GroupLifecycle.class, codec.encode(event))).isEqualTo(event);
  }

  @Test
  void what_a_newer_version_adds_is_ignored() throws Exception {
    String data = "{\"article\":\"chair\",\"left\":3,\"new\":{\"deep\":[1,{}]}}";
    String more =
        text(body(Small.class, data))
            .replace("{\"v\":1", "{\"x\":[],\"v\":1")
            .replace("\"origin\":\"o\"", "\"origin\":\"o\",\"mood\":null");
    Small read = codec.decode(Small.class, more.getBytes(StandardCharsets.UTF_8));
    assertThat(read.article()).isEqualTo("chair");
    assertThat(read.envelope().origin()).isEqualTo("o");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "null", "{\"text\":null,\"list\":null,\"price\":null}"})
  void what_an_older_version_does_not_know_is_empty_or_zero(String data) throws Exception {
    Lenient read = codec.decode(Lenient.class, body(Lenient.class, data));
    assertThat(read)
        .isEqualTo(
            new Lenient(
                read.envelope(),
                "",
                false,
                0,
                0.0,
                BigDecimal.ZERO,
                Duration.ZERO,
                Optional.empty(),
                List.of(),
                Set.of(),
                Map.of()));
  }

  @Test
  void what_can_be_neither_is_undecodable() {
    assertThat(refusal(Demanding.class, "{}"))
        .isEqualTo(
            "PRIMACY-1435: what should be a dev.primacy.json.Samples$Demanding cannot be read:"
                + " data.state is missing.");
  }

  @Test
  void a_constant_of_a_newer_version_is_undecodable() {
    assertThat(refusal(Demanding.class, "{\"state\":\"TIRED\"}"))
        .contains("data.state is none of [ACTIVE, ERROR, NEW, READY, TERMINATED]");
  }

  @Test
  void another_version_is_undecodable_and_both_are_named() {
    String other = text(body(Small.class, "{}")).replace("\"v\":1", "\"v\":2");
    assertThat(refusal(Small.class, other.getBytes(StandardCharsets.UTF_8)))
        .contains("PRIMACY-1433", "has the version 2", "reads version 1");
  }

  @Test
  void no_version_is_undecodable() {
    String none = text(body(Small.class, "{}")).replace("\"v\":1", "\"v\":\"1\"");
    assertThat(refusal(Small.class, none.getBytes(StandardCharsets.UTF_8)))
        .contains("PRIMACY-1433", "has the version none");
  }

  @Test
  void another_schema_is_undecodable_and_both_are_named() {
    assertThat(refusal(Small.class, codec.encode(Samples.everything())))
        .contains("PRIMACY-1434", "Samples$Small says", "Samples$Everything");
  }

  @Test
  void an_event_without_a_stamp_is_undecodable() {
    String unstamped = text(body(Small.class, "{}")).replace("\"stamp\"", "\"stump\"");
    assertThat(refusal(Small.class, unstamped.getBytes(StandardCharsets.UTF_8)))
        .contains("envelope.stamp is missing");
  }

  @Test
  void what_a_record_refuses_is_undecodable_and_nothing_of_it_is_repeated_raw() {
    assertThat(refusal(Choosy.class, "{\"left\":-1}")).contains("\\u0007").doesNotContain("\u0007");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "null",
        "[]",
        "{",
        "{}",
        "{} {}",
        "{\"v\":1,\"v\":1}",
        "{\"a\":\"\\ud800\"}",
        "{\"\\udc00\":1}",
        "{\"a\":\"\u0001\"}",
        "{'a':1}",
        "{\"a\":01}",
        "{\"a\":1e}",
        "{\"a\":NaN}",
        "\u0000",
        "\ufeff{}"
      })
  void what_is_no_such_object_is_undecodable(String json) {
    assertThat(refusal(Small.class, json.getBytes(StandardCharsets.UTF_8)))
        .startsWith("PRIMACY-14")
        .matches("[ -~]*");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"left\":1e999999999}",
        "{\"left\":1e99999999999999999999}",
        "{\"left\":2147483648}",
        "{\"left\":1.5}",
        "{\"left\":1e3}",
        "{\"left\":\"1\"}",
        "{\"left\":true}",
        "{\"left\":[1]}",
        "{\"article\":1}",
        "{\"article\":{}}",
        "[]",
        "1"
      })
  void a_value_of_another_kind_or_size_is_undecodable(String data) {
    assertThat(refusal(Small.class, data)).contains("PRIMACY-1435");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"exact\":1e999999999}",
        "{\"exact\":1e-1001}",
        "{\"finer\":1e400}",
        "{\"finer\":\"many\"}",
        "{\"howLong\":\"PT\"}",
        "{\"price\":{\"amount\":{}}}",
        "{\"list\":[null]}",
        "{\"list\":{}}",
        "{\"set\":[[]]}",
        "{\"map\":[]}",
        "{\"map\":{\"a\":null}}",
        "{\"map\":{\"a\":1,\"a\":2}}",
        "{\"truth\":0}"
      })
  void so_is_one_within_another(String data) {
    assertThat(refusal(Lenient.class, data)).contains("PRIMACY-1435");
  }

  @Test
  void a_number_of_too_many_digits_is_undecodable() {
    assertThat(refusal(Lenient.class, "{\"exact\":" + "9".repeat(1_001) + "}"))
        .contains("data.exact has more than 1000 digits");
    assertThat(refusal(Lenient.class, "{\"unknown\":" + "9".repeat(60_000) + "}"))
        .contains("a number of 60000 characters");
  }

  @Test
  void depth_has_a_limit_both_ways() {
    String deep = "[".repeat(30_000);
    assertThat(refusal(Small.class, "{\"unknown\":" + deep)).contains("more than 32");
    Samples.Branch branch = new Samples.Branch("leaf", List.of());
    for (int i = 0; i < 20; i++) {
      branch = new Samples.Branch("b", List.of(branch));
    }
    Tree tree = new Tree(Samples.ENVELOPE, branch);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> codec.encode(tree))
        .withMessageContaining("PRIMACY-1432")
        .withMessageContaining("root.branches[0].branches[0]")
        .withMessageContaining("more than 32");
  }

  @EventId(10_008)
  private record Tree(EventEnvelope envelope, Samples.Branch root) implements ApplicationEvent {}

  @Test
  void a_body_that_no_message_holds_is_undecodable() {
    assertThat(refusal(Small.class, body(Small.class, " ".repeat(65_536))))
        .contains("more than 65536 bytes");
  }

  @Test
  void bytes_that_are_no_text_are_undecodable() {
    byte[] body = codec.encode(Samples.small());
    body[body.length - 5] = (byte) 0xc3;
    assertThat(refusal(Small.class, body)).contains("no UTF-8");
  }

  @Test
  void writing_ends_where_nothing_could_be_sent() {
    Small large = new Small("x".repeat(3_000_000), 1, Samples.ENVELOPE);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> codec.encode(large))
        .withMessageContaining("more than 1048576 bytes");
    Small smaller = new Small("x".repeat(100_000), 1, Samples.ENVELOPE);
    assertThat(codec.encode(smaller)).hasSizeGreaterThan(100_000);
  }

  @Test
  void half_a_character_is_not_written() {
    Small torn = new Small("a\ud800", 1, Samples.ENVELOPE);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> codec.encode(torn))
        .withMessageContaining("PRIMACY-1432")
        .withMessageContaining("article has half a character");
  }

  @Test
  void nothing_is_written_for_null_since_others_would_read_something_else() {
    Small none = new Small(absent(), 1, Samples.ENVELOPE);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> codec.encode(none))
        .withMessageContaining("article is null");
    List<String> holed = new ArrayList<>();
    holed.add(absent());
    Listed listed = new Listed(Samples.ENVELOPE, holed);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> codec.encode(listed))
        .withMessageContaining("list[0] is null");
  }

  @EventId(10_007)
  private record Listed(EventEnvelope envelope, List<String> list) implements ApplicationEvent {}

  /** What an application passes that does not check for null. */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals", "NullAway"})
  private static <T> T absent() {
    return (T) Optional.empty().orElse(null);
  }

  @EventId(10_006)
  private record Odd<T>(
      EventEnvelope envelope,
      Object anything,
      Thread thread,
      List<? extends Number> some,
      Collection<String> collection,
      Map<Integer, String> map,
      Optional<Optional<String>> twice,
      T parameter,
      Inner inner)
      implements ApplicationEvent {}

  private record Inner(List<Map<String, StringBuilder>> builders, Inner self, Class<?> type) {}

  @Test
  void what_has_no_form_is_found_at_deployment_and_named() {
    List<String> problems = codec.problems(Odd.class);
    assertThat(problems)
        .allMatch(problem -> problem.startsWith("PRIMACY-1430: " + Odd.class.getName()))
        .allMatch(problem -> problem.contains("allowed are String"));
    assertThat(problems)
        .extracting(problem -> problem.split(" ")[3])
        .containsExactly(
            "anything,",
            "thread,",
            "some[],",
            "collection,",
            "map,",
            "twice,",
            "parameter,",
            "inner.builders[][],",
            "inner.type,");
  }

  @Test
  void what_has_a_form_has_no_problems() {
    assertThat(codec.problems(Everything.class)).isEmpty();
    assertThat(codec.problems(Lenient.class)).isEmpty();
  }

  private interface NoRecord extends ApplicationEvent {}

  @Test
  void what_is_no_event_type_is_left_to_whoever_says_so() {
    assertThat(codec.problems(NoRecord.class)).isEmpty();
    assertThatExceptionOfType(UndecodableException.class)
        .isThrownBy(() -> codec.decode(NoRecord.class, codec.encode(Samples.small())));
  }
}
