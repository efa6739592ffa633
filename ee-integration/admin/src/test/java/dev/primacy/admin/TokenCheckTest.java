package dev.primacy.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** That all tokens go one way, shown by the way itself and not by a clock. */
class TokenCheckTest {
  private final List<int[]> compared = new ArrayList<>();
  private final TokenCheck check =
      new TokenCheck(
          Optional.of(Site.TOKEN),
          new SecureRandom(),
          (presented, expected) -> {
            compared.add(new int[] {presented.length, expected.length});
            return MessageDigest.isEqual(presented, expected);
          });

  static Stream<Optional<String>> bad() {
    return Stream.of(
        Optional.empty(),
        Optional.of(""),
        Optional.of("Bearer"),
        Optional.of("Bearer "),
        Optional.of("Basic " + Site.TOKEN),
        Optional.of(Site.TOKEN),
        Optional.of("Bearer " + Site.TOKEN.substring(1)),
        Optional.of("Bearer " + Site.TOKEN + Site.TOKEN),
        Optional.of("Bearer x" + Site.TOKEN.substring(1)),
        Optional.of("Bearer " + Site.TOKEN.substring(0, 37) + "x"),
        Optional.of("Bearer \u00e9\ud800"));
  }

  @ParameterizedTest
  @MethodSource("bad")
  @DisplayName("T1 every bad token reaches one comparison of digests of equal length")
  void every_bad_token_reaches_one_comparison_of_equal_lengths(Optional<String> header) {
    assertThat(check.accepts(header)).isFalse();
    assertThat(compared).singleElement().isEqualTo(new int[] {32, 32});
  }

  @Test
  void so_does_the_right_one() {
    assertThat(check.accepts(Optional.of("bearer " + Site.TOKEN))).isTrue();
    assertThat(compared).singleElement().isEqualTo(new int[] {32, 32});
  }

  @ParameterizedTest
  @MethodSource("bad")
  void where_there_is_no_token_none_is_right_and_the_way_is_the_same(Optional<String> header) {
    TokenCheck none =
        new TokenCheck(
            Optional.empty(),
            new SecureRandom(),
            (presented, expected) -> {
              compared.add(new int[] {presented.length, expected.length});
              return MessageDigest.isEqual(presented, expected);
            });
    assertThat(none.accepts(header)).isFalse();
    assertThat(compared).singleElement().isEqualTo(new int[] {32, 32});
  }

  @Test
  @DisplayName("T1 the front compares before it knows whether anybody is logged in")
  void the_front_compares_whoever_is_logged_in() {
    Authorisation authorisation = new Authorisation(check, new RefusedAttempts(new ManualClocks()));
    Caller operator = new Caller(true, false, Optional.of("ann"), true);
    Request request =
        new Request(
            "GET", "/primacy", "group", java.util.Map.of(), java.util.Map.of(), "", operator);
    authorisation.check(Access.OPERATORS, request);
    assertThat(compared).hasSize(1);
  }
}
