package dev.primacy.messenger.jgroups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.primacy.engine.tck.Surroundings;
import dev.primacy.spi.MessengerException;
import dev.primacy.spi.MessengerProvider;
import java.util.ServiceLoader;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ConfigurationTest {
  private final JGroupsProvider provider = new JGroupsProvider();
  private final Surroundings plain = Surroundings.of(provider);

  @Test
  void it_is_found_by_its_name_and_needs_no_setting_on_loopback() {
    assertThat(ServiceLoader.load(MessengerProvider.class))
        .extracting(MessengerProvider::name)
        .containsExactly("jgroups");
    assertThat(provider.problems(plain)).isEmpty();
  }

  @Test
  @DisplayName("T4 an address that others reach needs a secret, or to be called insecure")
  void an_address_that_others_reach_needs_a_secret_or_to_be_called_insecure() {
    Surroundings open = plain.with(Settings.BIND, "0.0.0.0:7900");
    assertThat(provider.problems(open))
        .singleElement()
        .asString()
        .contains("PRIMACY-3503", "0.0.0.0");
    assertThatExceptionOfType(MessengerException.class)
        .isThrownBy(() -> provider.open(open))
        .withMessageContaining("PRIMACY-3503");
    assertThat(provider.problems(open.with(Settings.SECRET, JGroupsService.SECRET))).isEmpty();
    assertThat(provider.problems(open.with(Settings.INSECURE, "true"))).isEmpty();
  }

  @Test
  void a_short_secret_is_refused_and_not_shown() {
    assertThat(provider.problems(plain.with(Settings.SECRET, "tooshort")))
        .singleElement()
        .asString()
        .contains("PRIMACY-3502", "8 bytes")
        .doesNotContain("tooshort");
  }

  @Test
  void malformed_addresses_and_ports_are_refused() {
    assertThat(provider.problems(plain.with(Settings.BIND, "7900")))
        .anyMatch(problem -> problem.contains("PRIMACY-3500"));
    assertThat(provider.problems(plain.with(Settings.PEERS, "127.0.0.1:7900,b:99999")))
        .singleElement()
        .asString()
        .contains("PRIMACY-3500", "b:99999");
    assertThat(provider.problems(plain.with(Settings.FAILURE_PORT, "70000")))
        .singleElement()
        .asString()
        .contains("PRIMACY-3501", "70000");
    assertThat(provider.problems(plain.with(Settings.FAILURE_PORT, "7900"))).hasSize(1);
  }
}
