package dev.primacy.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class MonitorOptionsTest {

  private static String refusal(Map<String, String> texts) {
    return assertThatIllegalArgumentException()
        .isThrownBy(() -> MonitorOptions.of(texts))
        .actual()
        .getMessage();
  }

  @Test
  @DisplayName("AT-5.12, S5.11, S5.12: options to a map and back are the same options")
  void to_a_map_and_back_they_are_the_same() {
    SplittableRandom random = new SplittableRandom(12);
    for (int round = 0; round < 1_000; round++) {
      MonitorOptions options =
          new MonitorOptions(
              Duration.ofNanos(random.nextLong(1, Long.MAX_VALUE)),
              random.nextBoolean() ? DecodeFailureMode.SKIP : DecodeFailureMode.ABORT,
              random.nextBoolean()
                  ? Optional.empty()
                  : Optional.of(Duration.ofMillis(random.nextLong(1, 1L << 40))));
      assertThat(MonitorOptions.of(options.toMap())).isEqualTo(options);
      assertThat(MonitorOptions.of(MonitorOptions.of(options.toMap()).toMap())).isEqualTo(options);
    }
    assertThat(MonitorOptions.of(Map.of())).isEqualTo(MonitorOptions.DEFAULT);
    assertThat(MonitorOptions.DEFAULT.inactivityTimeout()).isEqualTo(Duration.ofMinutes(20));
    assertThat(MonitorOptions.DEFAULT.toMap())
        .containsOnly(
            Map.entry("inactivity-timeout", "PT20M"), Map.entry("decode-failure-mode", "SKIP"));
  }

  @Test
  @DisplayName("AT-5.4, S5.11, S5.12: 0, -1, x, 5 and null are no time-outs")
  void what_is_no_time_out_is_refused() {
    for (String text : new String[] {"0", "PT0S", "-1", "PT-1S", "x", "5", "", "NaN"}) {
      assertThat(refusal(Map.of("inactivity-timeout", text))).contains("inactivity-timeout");
      assertThat(refusal(Map.of("reconnect-within", text))).contains("reconnect-within");
    }
    Map<String, String> missing = new HashMap<>();
    missing.put("inactivity-timeout", null);
    assertThat(refusal(missing)).contains("inactivity-timeout", "null");
    assertThatNullPointerException().isThrownBy(() -> MonitorOptions.of(null));
    assertThatNullPointerException()
        .isThrownBy(() -> MonitorOptions.DEFAULT.withInactivityTimeout(null))
        .withMessageContaining("inactivity-timeout");
    assertThatNullPointerException()
        .isThrownBy(() -> MonitorOptions.DEFAULT.withDecodeFailureMode(null));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MonitorOptions.DEFAULT.withReconnectWithin(Duration.ZERO));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MonitorOptions.DEFAULT.withInactivityTimeout(Duration.ofSeconds(-1)));
  }

  @Test
  @DisplayName("S5.11: unknown keys and modes are refused by name")
  void unknown_keys_and_modes_are_refused() {
    assertThat(refusal(Map.of("inactivity_timeout", "PT6S")))
        .contains("'inactivity_timeout'", "inactivity-timeout");
    assertThat(refusal(Map.of("decode-failure-mode", "skip"))).contains("skip", "SKIP", "ABORT");
    assertThat(MonitorOptions.of(Map.of("decode-failure-mode", "ABORT")).decodeFailureMode())
        .isEqualTo(DecodeFailureMode.ABORT);
  }

  @Test
  @DisplayName("S5.3, S5.8: kinds and modes keep their numbers")
  void kinds_and_modes_keep_their_numbers() {
    assertThat(CallbackType.values())
        .extracting(CallbackType::number)
        .containsExactly(1, 2, 3, 4, 5, 6);
    assertThat(CallbackType.values()).filteredOn(CallbackType::isWatched).hasSize(4);
    assertThat(DecodeFailureMode.ABORT.number()).isEqualTo(1);
    assertThat(DecodeFailureMode.SKIP.number()).isEqualTo(2);
  }
}
