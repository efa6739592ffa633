package dev.primacy.testkit.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.EventType;

/** Each planted bug fails the user's test, by name; each mended form passes it. */
class PlantedBugsTest {

  private static Optional<Throwable> failure(Class<?> test) {
    List<Event> finished =
        EngineTestKit.engine("junit-jupiter")
            .selectors(selectClass(test))
            .execute()
            .testEvents()
            .stream()
            .filter(event -> event.getType() == EventType.FINISHED)
            .toList();
    assertThat(finished).hasSize(1);
    return finished.get(0).getRequiredPayload(TestExecutionResult.class).getThrowable();
  }

  private static void assertFound(Class<?> test, String... said) {
    assertThat(failure(test))
        .hasValueSatisfying(
            found ->
                assertThat(found).isInstanceOf(AssertionError.class).hasMessageContainingAll(said));
  }

  @Test
  void a_cached_boolean_is_found() {
    assertFound(PlantedBugs.CachedWrong.class, "PRIMACY-1553", "cached boolean?", "write of a row");
  }

  @Test
  void what_is_released_before_the_guard_closes_is_found() {
    assertFound(PlantedBugs.ReleaseEarly.class, "PRIMACY-1554", "release first?", "archive");
  }

  @Test
  void work_after_the_release_is_found() {
    assertFound(PlantedBugs.ReleaseLate.class, "PRIMACY-1555", "release first?", "the last row");
  }

  @Test
  void an_observer_that_would_make_a_renewal_late_is_found() {
    assertFound(
        PlantedBugs.CallbackSlow.class,
        "PRIMACY-1556",
        "callback on the renewal thread?",
        "Archive.load");
  }

  @Test
  void an_observer_that_waits_for_what_comes_after_it_is_found() {
    assertFound(PlantedBugs.CallbackWaiting.class, "PRIMACY-1557", "Callback$Waiting.lead");
  }

  @Test
  void an_observer_called_from_within_another_is_found() {
    assertFound(PlantedBugs.CallbackReentrant.class, "PRIMACY-1558", "re-entrantly");
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        PlantedBugs.CachedMended.class,
        PlantedBugs.ReleaseMended.class,
        PlantedBugs.CallbackMended.class
      })
  void the_mended_form_passes(Class<?> test) {
    assertThat(failure(test)).isEmpty();
  }
}
