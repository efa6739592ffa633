package dev.primacy.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primacy.event.ClusterEvent;
import dev.primacy.event.EventId;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Every event type has a number of its own, on one page. */
class EventCatalogueTest {
  private static final String PAGE = "api/src/docs/events.md";
  private static final int FIRST_OF_APPLICATIONS = 10_000;
  private static final Pattern FIRST_SENTENCE =
      Pattern.compile("/\\*\\*\\s+(?:\\*\\s+)?(.*?\\.)(?=\\s)", Pattern.DOTALL);

  private static final List<Class<?>> EVENTS =
      records(ClusterEvent.class).sorted(Comparator.comparing(Class::getSimpleName)).toList();

  @Test
  void the_event_types_are_found() {
    assertThat(EVENTS).extracting(Class::getSimpleName).contains("NodeRoleChanged", "NodeJoined");
  }

  @Test
  @DisplayName("S1.2: every event type has a number")
  void every_event_type_has_a_number() {
    assertThat(EVENTS).allMatch(type -> type.isAnnotationPresent(EventId.class));
  }

  @Test
  void no_number_is_used_twice_or_belongs_to_applications() {
    assertThat(EVENTS)
        .extracting(EventCatalogueTest::number)
        .doesNotHaveDuplicates()
        .allMatch(number -> number > 0 && number < FIRST_OF_APPLICATIONS);
  }

  @Test
  void the_page_lists_every_event() {
    GeneratedPage.mustBe(PAGE, page());
  }

  private static Stream<Class<?>> records(Class<?> type) {
    if (type.isRecord()) {
      return Stream.of(type);
    }
    return type.isSealed()
        ? Arrays.stream(type.getPermittedSubclasses()).flatMap(EventCatalogueTest::records)
        : Stream.empty();
  }

  private static int number(Class<?> type) {
    return type.getAnnotation(EventId.class).value();
  }

  private static String page() {
    StringBuilder page = new StringBuilder(INTRODUCTION);
    EVENTS.stream()
        .sorted(Comparator.comparingInt(EventCatalogueTest::number))
        .forEach(type -> page.append(row(type)));
    return page.toString();
  }

  private static String row(Class<?> type) {
    String components =
        Arrays.stream(type.getRecordComponents())
            .map(RecordComponent::getName)
            .map(name -> "`" + name + "`")
            .collect(Collectors.joining(", "));
    return "| %d | `%s` | %s | %s |\n"
        .formatted(number(type), type.getSimpleName(), firstSentence(type), components);
  }

  private static String firstSentence(Class<?> type) {
    String name = "api/src/main/java/" + type.getName().replace('.', '/') + ".java";
    Matcher comment = FIRST_SENTENCE.matcher(Project.read(Project.ROOT.resolve(name)));
    assertThat(comment.find()).as(name).isTrue();
    return comment
        .group(1)
        .replaceAll("\\s*\\R\\s*\\*\\s*", " ")
        .replaceAll("\\{@(?:link|code) ([^}]*)}", "`$1`")
        .strip();
  }

  private static final String INTRODUCTION =
      """
      # Events

      Observe a type, a supertype, or narrow by a qualifier: `@Became`, `@Lost`, `@InGroup`, `@View`, `@ErrorOf`, `@EventId`.
      Numbers are stable over versions; event types of applications (`ApplicationEvent`) have 10000 or more.
      In which order observers hear of them, and what else they can rely on: [with the tests that show it](observers.md).

      | number | type | when | carries |
      |---|---|---|---|
      """;
}
