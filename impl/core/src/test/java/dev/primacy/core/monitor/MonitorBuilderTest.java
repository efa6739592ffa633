package dev.primacy.core.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.primacy.ClusterNode;
import dev.primacy.watch.CallbackType;
import dev.primacy.watch.ClusterMonitor;
import dev.primacy.watch.ClusterMonitorBuilder;
import dev.primacy.watch.MonitorOptions;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class MonitorBuilderTest {
  private final FakeStore store = new FakeStore();
  private final LiveMonitors monitors =
      new LiveMonitors(MonitorOptions.DEFAULT, store, store, Thread::new);

  private static String refusal(ClusterMonitorBuilder<?> builder) {
    return assertThatIllegalArgumentException().isThrownBy(builder::build).actual().getMessage();
  }

  @Test
  @DisplayName("AT-5.3, S5.2: without a callback of a kind that is watched it is not built")
  void what_watches_nothing_is_not_built() {
    assertThat(refusal(monitors.of("ledger").onGroupDropped(group -> {})))
        .startsWith("PRIMACY-1063: ")
        .contains("1 problem", "PRIMACY-1065: ", "GROUP_DROPPED", "onJoined");
    assertThat(refusal(monitors.of("ledger"))).contains("1 problem", "PRIMACY-1064: ");
    assertThat(refusal(monitors.of("ledger").onStopped((end, detail) -> {})))
        .contains("PRIMACY-1064: ");
    assertThat(refusal(monitors.of("ledger").onLeft(null)))
        .contains("2 problem", "PRIMACY-1066: ", "LEFT", "PRIMACY-1064: ");
  }

  @Test
  @DisplayName("AT-5.3, S5.2: all problems are listed at once")
  void all_problems_are_listed_at_once() {
    ClusterMonitorBuilder<ClusterNode> builder =
        monitors
            .<ClusterNode>of("no\nname", null)
            .onJoined(null)
            .onError(CallbackType.LEFT, null)
            .onError(null, error -> {})
            .onStopped(null)
            .options(null)
            .onGroupAltered(what -> {});
    assertThat(refusal(builder))
        .contains("8 problem(s)", "'no?name'", "JOINED_DECODED", "stopped", "options", "decoder")
        .contains("PRIMACY-1022: ", "PRIMACY-1065: ", "PRIMACY-1066: ", "PRIMACY-1067: ");
    assertThat(refusal(monitors.of(null).onLeft(count -> {}))).contains("1 problem", "'null'");
  }

  @Test
  @DisplayName("S5.1, S5.11: it is built with the options of the settings unless others are given")
  void it_has_the_options_it_was_given() {
    MonitorOptions own = MonitorOptions.DEFAULT.withInactivityTimeout(Duration.ofSeconds(6));
    assertThat(monitors.of("ledger").onLeft(count -> {}).build().options())
        .isEqualTo(MonitorOptions.DEFAULT);
    ClusterMonitor monitor = monitors.of("ledger").onLeft(count -> {}).options(own).build();
    assertThat(monitor.options()).isEqualTo(own);
    assertThat(monitor.isRunning()).isFalse();
  }
}
