package dev.primacy.engine.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.primacy.engine.tck.Surroundings;
import dev.primacy.spi.Engine;
import dev.primacy.spi.StoreException;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What may be configured, and what is refused at start. */
class ConfigurationTest {
  private static final Engine ENGINE = new RelayEngine();

  private static Surroundings at(String url) {
    return Surroundings.of(ENGINE)
        .with("primacy.relay.url", url)
        .with("primacy.relay.token", ScriptedRelay.TOKEN);
  }

  private static List<String> problems(Surroundings surroundings) {
    return ENGINE.problems(surroundings);
  }

  @Test
  void it_is_found_as_a_service_and_only_follows() {
    assertThat(ServiceLoader.load(Engine.class).stream().map(ServiceLoader.Provider::get))
        .filteredOn(engine -> engine.name().equals("relay"))
        .singleElement()
        .satisfies(engine -> assertThat(engine.followsOnly()).isTrue());
  }

  @Test
  void nothing_configured_names_both_that_are_missing() {
    assertThat(problems(Surroundings.of(ENGINE)))
        .hasSize(2)
        .anyMatch(it -> it.startsWith("PRIMACY-3400"))
        .anyMatch(it -> it.startsWith("PRIMACY-3403") && it.contains("0 bytes"));
    assertThatThrownBy(() -> ENGINE.open(Surroundings.of(ENGINE)))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("PRIMACY-3400");
  }

  @Test
  void addresses_are_tried_in_their_order_with_or_without_a_slash() {
    assertThat(problems(at("https://a/relay, https://b:8443/x/relay/"))).isEmpty();
    assertThat(Configuration.of(at("https://a/relay, https://b:8443/x/relay/")).all())
        .extracting(Object::toString)
        .containsExactly("https://a/relay/", "https://b:8443/x/relay/");
  }

  @Test
  void what_is_no_address_is_refused() {
    for (String url :
        List.of("n2", "ftp://n2/", "https:///relay", "https://u:p@n2/", "https://n2/?a", "a b")) {
      assertThat(problems(at(url))).as(url).singleElement().asString().startsWith("PRIMACY-3401");
    }
  }

  @Test
  @DisplayName("T4: plain http beyond loopback is refused at start unless it is asked for")
  void t4_plain_http_beyond_loopback_is_refused() {
    for (String url : List.of("http://n2/relay", "http://10.0.0.1/relay", "http://127.evil.org/")) {
      assertThat(problems(at(url))).as(url).singleElement().asString().startsWith("PRIMACY-3402");
      assertThatThrownBy(() -> ENGINE.open(at(url))).hasMessageContaining("PRIMACY-3402");
      assertThat(problems(at(url).with("primacy.relay.insecure", "true"))).isEmpty();
    }
    for (String url :
        List.of(
            "http://localhost/r",
            "http://127.0.0.1:80/r",
            "http://127.9.9.9/r",
            "http://[::1]/r")) {
      assertThat(problems(at(url))).as(url).isEmpty();
    }
  }

  @Test
  void a_token_is_long_enough_and_fits_into_a_header() {
    assertThat(problems(at("https://n2/").with("primacy.relay.token", "x".repeat(31))))
        .singleElement()
        .asString()
        .startsWith("PRIMACY-3403")
        .contains("31 bytes");
    assertThat(problems(at("https://n2/").with("primacy.relay.token", "x".repeat(32) + "\r\nA: b")))
        .singleElement()
        .asString()
        .startsWith("PRIMACY-3406")
        .doesNotContain("xxx");
  }
}
