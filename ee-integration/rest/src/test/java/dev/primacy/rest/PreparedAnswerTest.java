package dev.primacy.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primacy.GroupStanding;
import dev.primacy.NodeId;
import dev.primacy.NodeRole;
import dev.primacy.Refusal;
import dev.primacy.RefusalReason;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PreparedAnswerTest {
  private static final NodeId NODE = new NodeId("here", new UUID(1, 2));

  @Test
  void an_answer_stands_for_an_equal_refusal_and_no_other() {
    PreparedAnswer prepared =
        PreparedAnswer.of(refusal(41), 503, ProblemTemplate.of("{\"instance\":\"\"}"));
    assertThat(prepared.says(refusal(41))).isTrue();
    assertThat(prepared.says(refusal(42))).isFalse();
    assertThat(prepared.headers())
        .containsEntry("Primacy-Term", "41")
        .containsEntry("Primacy-Role", "SECONDARY")
        .containsEntry("Retry-After", "2")
        .containsEntry("Cache-Control", "no-store");
  }

  private static Refusal refusal(long term) {
    return new Refusal(
        "ledger",
        NODE,
        NodeRole.SECONDARY,
        GroupStanding.MEMBER,
        RefusalReason.NO_PRIMARY,
        Optional.empty(),
        OptionalLong.of(term),
        Duration.ofMillis(1001));
  }
}
