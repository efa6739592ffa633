package dev.primacy.core.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ViaTest {

  @Test
  @DisplayName("AT-3.8, S3.1 a queue's name is prefixed by the group's, once")
  void at_3_8_a_queue_is_prefixed_once() {
    assertThat(Via.named("ledger", "prefix_me")).isEqualTo("ledger.prefix_me");
    assertThat(Via.named("ledger", "ledger.prefix_me")).isEqualTo("ledger.prefix_me");
    assertThat(Via.named("ledger", "ledgers.prefix_me")).isEqualTo("ledger.ledgers.prefix_me");
  }

  @Test
  void observers_of_a_queue_and_of_none_are_told_apart() {
    Via audit = Via.queue("ledger", "ledger.audit");
    assertThat(audit.isFor("audit")).isTrue();
    assertThat(audit.isFor("ledger.audit")).isTrue();
    assertThat(audit.isFor("other")).isFalse();
    assertThat(audit.isFor("")).isFalse();
    assertThat(Via.CLUSTER.isFor("")).isTrue();
    assertThat(Via.CLUSTER.isFor("audit")).isFalse();
    assertThat(Via.HERE.isFor("")).isTrue();
  }
}
