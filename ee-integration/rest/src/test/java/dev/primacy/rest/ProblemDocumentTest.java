package dev.primacy.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primacy.GroupStanding;
import dev.primacy.NodeId;
import dev.primacy.NodeRole;
import dev.primacy.Refusal;
import dev.primacy.RefusalReason;
import dev.primacy.rest.ProblemDocument.Disclosure;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProblemDocumentTest {
  private static final NodeId NODE = new NodeId("db-host-7", new UUID(0xabcdef1200000000L, 2));
  private static final NodeId PRIMARY = new NodeId("db-host-8", new UUID(3, 4));

  @Test
  void a_name_made_up_from_the_host_is_replaced_by_the_incarnation() {
    assertThat(write(Disclosure.NOTHING, RefusalReason.NOT_PRIMARY))
        .contains("\"node\":\"abcdef12\"")
        .doesNotContain("db-host");
  }

  @Test
  void a_name_that_a_person_chose_is_shown_and_the_primary_is_not() {
    assertThat(write(new Disclosure(true, false), RefusalReason.NOT_PRIMARY))
        .contains("\"node\":\"db-host-7\"")
        .doesNotContain("db-host-8");
  }

  @Test
  void the_primary_is_named_when_told_to() {
    assertThat(write(new Disclosure(true, true), RefusalReason.NOT_PRIMARY))
        .contains("\"primary\":\"db-host-8\"");
  }

  @Test
  void the_status_is_that_of_the_answer() {
    assertThat(write(Disclosure.NOTHING, RefusalReason.NOT_PRIMARY)).contains("\"status\":503,");
  }

  @ParameterizedTest
  @EnumSource
  void every_reason_has_a_type_and_words_of_its_own(RefusalReason reason) {
    assertThat(write(Disclosure.NOTHING, reason))
        .contains(
            "\"type\":\"urn:primacy:problem:"
                + reason.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'))
        .contains("\"reason\":\"" + reason + "\"")
        .contains(
            "group 'l\\\"er'"
                .replace("group", reason == RefusalReason.READ_ONLY ? "Group" : "group"));
  }

  private static String write(Disclosure disclosure, RefusalReason reason) {
    Refusal refusal =
        new Refusal(
            "l\"er",
            NODE,
            NodeRole.SECONDARY,
            GroupStanding.MEMBER,
            reason,
            Optional.of(PRIMARY),
            OptionalLong.of(41),
            Duration.ZERO);
    return new String(
        new ProblemDocument(disclosure).refused(refusal, 503).with("/orders"),
        StandardCharsets.UTF_8);
  }
}
