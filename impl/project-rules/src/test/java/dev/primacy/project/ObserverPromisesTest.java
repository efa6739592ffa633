package dev.primacy.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * What observers can rely on, point by point, each with the tests that carry its number in their
 * display name.
 */
class ObserverPromisesTest {
  private static final String PAGE = "api/src/docs/observers.md";
  private static final Pattern POINTS = Pattern.compile("DESIGN ((?:\\d+\\.\\d+(?:, )?)+): ");

  private static final Map<String, String> PROMISES = promises();

  private static Map<String, String> promises() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put(
        "4.1",
        "Up: granted; `NodeRoleChanging` while role and guard are the old ones, with `stillWorking` for more time; the guard"
            + " opens; `NodeRoleChanged`. Who throws or exceeds `primacy.observers.timeout` hands the role back, unless"
            + " `primacy.promotion.on-failure=continue`. The lease is renewed all the while.");
    all.put(
        "4.2",
        "Down by choice: the guard closes; `NodeRoleChanging`; calls drain; the store is told; `NodeRoleChanged`. At the end"
            + " the last event, `NOT_IN_GROUP`. Every step has its limit.");
    all.put(
        "4.3",
        "Down by loss: the clock has closed the guard; then `NodeRoleChanged` with its cause.");
    all.put(
        "4.4",
        "No transition is skipped or merged: between two terms of one node there is a loss.");
    all.put("4.5", "Started after the application's own beans, stopped while they still work.");
    all.put(
        "5.1",
        "Events of one group come one at a time, in order, groups side by side on a bounded pool (all taken: a warning);"
            + " never on an engine's thread or that of the renewal; with a request context and the application's class"
            + " loader.");
    all.put(
        "5.2",
        "The first event is the initial state, once; none before it, and none after the last.");
    all.put(
        "5.3",
        "Each observer stands for itself: one that throws is logged and told as `ObserverFailed`, the others still hear."
            + " None is called twice for one event.");
    all.put(
        "5.4",
        "A blocking observer delays later events of its group only. After `primacy.observers.stall` a warning with its stack,"
            + " and `ObserverStalled`.");
    all.put("5.5", "A change caused by an observer is queued behind the event it observes.");
    all.put(
        "5.6",
        "`@ObservesAsync` is served after the synchronous observers, in order for each observer.");
    all.put(
        "5.7",
        "Node events may be merged to the latest state under load, each batch closed by `NodesSettled`; role events never"
            + " are. A full queue is `EventsOverflowed`, and for roles a step-down.");
    all.put(
        "5.8",
        "Silent when unused: no observer and no guard, nothing started. `primacy.enabled=false` switches all off.");
    return all;
  }

  /** The tests of each point. */
  private static Map<String, Set<String>> tests() {
    Map<String, Set<String>> found = new TreeMap<>();
    for (NamedTest test : NamedTest.ALL) {
      String name = "`" + test.type() + "." + test.method() + "`";
      for (String point : points(test.displayName())) {
        found.computeIfAbsent(point, none -> new TreeSet<>()).add(name);
      }
    }
    return found;
  }

  private static Set<String> points(String displayName) {
    Matcher points = POINTS.matcher(displayName);
    return points.find() ? Set.of(points.group(1).split(", ")) : Set.of();
  }

  @Test
  void points_are_found_in_display_names() {
    assertThat(points("DESIGN 5.4: it waits")).containsExactly("5.4");
    assertThat(points(NamedTest.literals("\"AT-1.8, DESIGN 4.1, \" + \"5.2: both\"")))
        .containsExactlyInAnyOrder("4.1", "5.2");
    assertThat(points("AT-1.8 a scenario")).isEmpty();
  }

  @Test
  void every_promise_has_a_test_and_every_test_names_a_promise() {
    assertThat(tests().keySet()).containsExactlyInAnyOrderElementsOf(PROMISES.keySet());
  }

  @Test
  void the_page_names_the_tests_there_are() {
    GeneratedPage.mustBe(PAGE, page());
  }

  private static String page() {
    Map<String, Set<String>> tests = tests();
    StringBuilder page = new StringBuilder(INTRODUCTION);
    PROMISES.forEach(
        (point, promise) ->
            page.append(
                "| %s | %s | %s |\n"
                    .formatted(
                        point, promise, String.join("<br>", tests.getOrDefault(point, Set.of())))));
    return page.toString();
  }

  private static final String INTRODUCTION =
      """
      # What observers can rely on

      Points 4 are the order of a change of role, points 5 how [events](events.md) are delivered. A test that shows one carries its
      number in its display name; this page is made of them. How it is done: [the life cycle of a role](../../../impl/core/src/docs/lifecycle.md).

      | point | promise | tests |
      |---|---|---|
      """;
}
