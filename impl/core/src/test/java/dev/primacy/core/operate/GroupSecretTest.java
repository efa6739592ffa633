package dev.primacy.core.operate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What is compared, and what is shown. */
class GroupSecretTest {
  private static final String SECRET = "a secret that has thirty-two bytes";

  @Test
  void the_same_secret_matches_and_no_other() {
    GroupSecret secret = GroupSecret.of(SECRET);

    assertThat(secret.matches(GroupSecret.of(SECRET))).isTrue();
    assertThat(secret.matches(GroupSecret.of(SECRET + "!"))).isFalse();
    assertThat(secret.matches(GroupSecret.of(""))).isFalse();
  }

  @Test
  void a_short_one_is_told_from_a_long_one() {
    assertThat(GroupSecret.of(SECRET).isLongEnough()).isTrue();
    assertThat(GroupSecret.of("x".repeat(31)).isLongEnough()).isFalse();
    assertThat(GroupSecret.of("ü".repeat(16)).isLongEnough()).isTrue();
  }

  @Test
  @DisplayName("S2.1, S2.48: what a node publishes proves the secret and does not show it")
  void a_proof_is_for_one_incarnation_and_shows_nothing() {
    GroupSecret secret = GroupSecret.of(SECRET);
    UUID node = UUID.randomUUID();
    String proof = secret.proof(node);

    assertThat(secret.isProvenBy(node, proof)).isTrue();
    assertThat(secret.isProvenBy(UUID.randomUUID(), proof)).isFalse();
    assertThat(GroupSecret.of(SECRET + "!").isProvenBy(node, proof)).isFalse();
    assertThat(secret.isProvenBy(node, "")).isFalse();
    assertThat(proof).doesNotContain(SECRET).hasSize(43);
    assertThat(secret.toString()).doesNotContain(SECRET);
  }
}
