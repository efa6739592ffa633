package dev.primacy.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every message a person may see has a number of its own, from its module's range, on one page. */
class MessageCatalogueTest {
  private static final String PAGE = "impl/core/src/docs/messages.md";

  /** Numbers of our own defects; any module may have some. */
  private static final Range DEFECTS = new Range(9000, 9099);

  private static final Map<String, List<Range>> RANGES =
      Map.ofEntries(
          Map.entry(
              "impl/core",
              List.of(new Range(1000, 1199), new Range(2000, 2099), new Range(2100, 2299))),
          Map.entry(
              "impl/cdi",
              List.of(new Range(1200, 1299), new Range(1600, 1649), new Range(2300, 2399))),
          Map.entry("ee-integration/rest", List.of(new Range(1300, 1399), new Range(2400, 2449))),
          Map.entry(
              "ee-integration/transactions", List.of(new Range(1400, 1429), new Range(2450, 2499))),
          Map.entry("ee-integration/json", List.of(new Range(1430, 1449))),
          Map.entry(
              "ee-integration/schedule", List.of(new Range(1450, 1479), new Range(2510, 2539))),
          Map.entry("ee-integration/admin", List.of(new Range(1480, 1499), new Range(2540, 2559))),
          Map.entry("ee-integration/health", List.of(new Range(1500, 1519))),
          Map.entry("ee-integration/telemetry", List.of(new Range(1520, 1549))),
          Map.entry("impl/testkit", List.of(new Range(1550, 1599))),
          Map.entry("impl/engines/zookeeper", List.of(new Range(3000, 3099))),
          Map.entry("impl/engines/memory", List.of(new Range(3100, 3199))),
          Map.entry("impl/engines/jdbc", List.of(new Range(3200, 3299))),
          Map.entry("impl/engines/kubernetes", List.of(new Range(3300, 3399))),
          Map.entry("impl/engines/relay", List.of(new Range(3400, 3449))),
          Map.entry("ee-integration/relay", List.of(new Range(3450, 3499))),
          Map.entry("impl/engines/jgroups", List.of(new Range(3500, 3549))),
          Map.entry("demo-war", List.of(new Range(4000, 4099))));

  private static final List<NumberedMessage> ALL = NumberedMessage.all();

  @Test
  void the_catalogues_are_found() {
    assertThat(ALL).extracting(NumberedMessage::module).contains("impl/cdi");
  }

  @Test
  void no_number_is_used_twice() {
    Map<Integer, Long> uses =
        ALL.stream().collect(Collectors.groupingBy(NumberedMessage::number, Collectors.counting()));
    assertThat(uses).allSatisfy((number, times) -> assertThat(times).as("%s", number).isOne());
  }

  @Test
  void a_module_numbers_its_messages_from_its_own_range() {
    assertThat(ALL).filteredOn(message -> !inRange(message)).isEmpty();
  }

  @Test
  void a_message_is_a_sentence_or_more() {
    assertThat(ALL).filteredOn(message -> message.text().length() < 12).isEmpty();
  }

  @Test
  void the_page_lists_every_message() {
    GeneratedPage.mustBe(PAGE, page());
  }

  private static boolean inRange(NumberedMessage message) {
    List<Range> ranges = new ArrayList<>(RANGES.getOrDefault(message.module(), List.of()));
    ranges.add(DEFECTS);
    return ranges.stream().anyMatch(range -> range.holds(message.number()));
  }

  private static String page() {
    StringBuilder page = new StringBuilder(INTRODUCTION);
    for (NumberedMessage message : ALL) {
      page.append(
          "| %04d | %s | %s | %s |%n"
              .formatted(
                  message.number(),
                  message.module(),
                  message.level().orElse(""),
                  GeneratedPage.cell(message.text())));
    }
    return page.toString().replace("\r", "");
  }

  private static final String INTRODUCTION =
      """
      # Messages

      Every message has a number, printed as `PRIMACY-1003: …`, that is never used again for another one.
      It names the offender, the rule and the way out. `%s` and the like stand for what it is about.
      A level means a line in the log; without one it is the text of an exception or of an answer.

      | numbers | about |
      |---|---|
      | 1000–1499 | deployment and configuration |
      | 1500–1549 | health checks and metrics |
      | 1550–1599 | the test kit |
      | 1600–1649 | deployment on Quarkus |
      | 2000–2099 | refusals |
      | 2100–2999 | the life cycle |
      | 3000–3999 | engines |
      | 4000–4099 | the demo |
      | 9000–9099 | our own defects: please report them |

      | number | module | level | text |
      |---|---|---|---|
      """;

  private record Range(int first, int last) {
    boolean holds(int number) {
      return number >= first && number <= last;
    }
  }
}
