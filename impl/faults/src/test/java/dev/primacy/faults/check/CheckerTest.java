package dev.primacy.faults.check;

import static dev.primacy.faults.check.Story.A;
import static dev.primacy.faults.check.Story.B;
import static dev.primacy.faults.check.Story.LATER_SCOPE;
import static dev.primacy.faults.check.Story.admission;
import static dev.primacy.faults.check.Story.arrival;
import static dev.primacy.faults.check.Story.call;
import static dev.primacy.faults.check.Story.good;
import static dev.primacy.faults.check.Story.role;
import static dev.primacy.faults.check.Story.token;
import static org.assertj.core.api.Assertions.assertThat;

import dev.primacy.FencingToken;
import dev.primacy.NodeRole;
import dev.primacy.faults.history.Admission;
import dev.primacy.faults.history.Answer;
import dev.primacy.faults.history.Arrival;
import dev.primacy.faults.history.Episode;
import dev.primacy.faults.history.Reading;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule finds what breaks it, and none speaks up about what may have been right. */
class CheckerTest {
  private static final Map<Rule, Map<String, Story>> DEFECTS = defects();

  private static Map<Rule, Map<String, Story>> defects() {
    Map<Rule, Map<String, Story>> all = new LinkedHashMap<>();
    all.put(
        new OnePrimaryAtATime(),
        Map.of(
            "a stale call after the successor's first", good().written("stale", A, token(1), 310),
            "two scopes that both go on",
                good()
                    .written("other", A, new FencingToken(LATER_SCOPE, 1), 390)
                    .add(admission("back", B, token(2), 450))));
    all.put(
        new OneHolderPerToken(),
        Map.of(
            "two nodes let calls in under one token", good().add(admission("w9", A, token(2), 450)),
            "two nodes hear that they gained one token",
                good().add(role(A, 4, NodeRole.SECONDARY, NodeRole.PRIMARY, token(2)))));
    all.put(
        new TokensRiseInTheResource(),
        Map.of(
            "a stale write is stored", good().add(arrival("w9", A, token(1), 450)),
            "a closed scope is opened again",
                good()
                    .add(arrival("w8", A, new FencingToken(LATER_SCOPE, 1), 450))
                    .add(arrival("w9", B, token(3), 460))));
    all.put(
        new DoneIsStoredOnce(),
        Map.of(
            "the write of an answered call is lost", good().without(Arrival.class, "w2"),
            "the write of an answered call is there twice",
                good().add(arrival("w4", B, token(2), 404)),
            "the answer names another token",
                good().with(Arrival.class, one -> renamed(one, "w4", token(3)))));
    all.put(
        new NeverStoredTwice(),
        Map.of(
            "a call of unknown outcome is there twice",
            good().add(arrival("w6", B, token(2), 425)).add(arrival("w6", B, token(2), 426))));
    all.put(
        new RefusedIsNotRun(),
        Map.of(
            "a refused call is stored", good().add(arrival("w5", B, token(2), 412)),
            "a refused call was let in", good().add(admission("w5", B, token(2), 412))));
    all.put(
        new NothingFromNowhere(),
        Map.of(
            "a write that no node let in", good().without(Admission.class, "w3"),
            "a write before it was let in",
                good().with(Admission.class, one -> delayed(one, "w3", 50)),
            "a call let in before it was made",
                good()
                    .add(call("w9", Answer.UNKNOWN, 460))
                    .add(admission("w9", B, token(2), 450))));
    all.put(
        new RoleEventsAreContiguous(),
        Map.of(
            "a change is skipped",
                good().add(role(A, 5, NodeRole.SECONDARY, NodeRole.PRIMARY, token(3))),
            "a change is told twice",
                good().add(role(B, 2, NodeRole.PRIMARY, NodeRole.SECONDARY, token(2))),
            "a change contradicts the last",
                good().add(role(B, 3, NodeRole.SECONDARY, NodeRole.PRIMARY, token(3))),
            "a token falls",
                good()
                    .add(role(B, 3, NodeRole.PRIMARY, NodeRole.SECONDARY, token(2)))
                    .add(role(B, 4, NodeRole.SECONDARY, NodeRole.PRIMARY, token(1)))));
    all.put(
        new EventsReplayToTheRegistry(),
        Map.of("an event was not told", good().add(new Reading(B, "SECONDARY", "PRIMARY", 500))));
    all.put(
        new PrimaryReturnsInTime(),
        Map.of(
            "no primary at all",
                good().add(new Episode("pause", 450, 460, OptionalLong.empty(), 100)),
            "a primary too late",
                good().add(new Episode("pause", 450, 460, OptionalLong.of(561), 100))));
    return all;
  }

  private static Arrival renamed(Arrival one, String id, FencingToken token) {
    return one.id().equals(id)
        ? new Arrival(id, one.process(), token, one.accepted(), one.at())
        : one;
  }

  private static Admission delayed(Admission one, String id, long by) {
    return one.id().equals(id)
        ? new Admission(id, one.process(), one.token(), one.arrived(), one.entered() + by)
        : one;
  }

  static Stream<Object[]> a_planted_defect_is_found() {
    return DEFECTS.entrySet().stream()
        .flatMap(
            entry ->
                entry.getValue().entrySet().stream()
                    .map(
                        one -> new Object[] {entry.getKey().name(), one.getKey(), one.getValue()}));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource
  void a_planted_defect_is_found(String rule, String defect, Story story) {
    assertThat(Checker.check(story.history())).extracting(Violation::rule).contains(rule);
  }

  @Test
  void every_rule_has_a_planted_defect() {
    Set<String> planted = DEFECTS.keySet().stream().map(Rule::name).collect(Collectors.toSet());
    assertThat(planted).containsExactlyInAnyOrderElementsOf(Checker.rules());
  }

  static Stream<Object[]> nothing_is_found_where_all_may_be_well() {
    return Stream.of(
        new Object[] {"two primaries, one after the other", good()},
        new Object[] {
          "an old call still runs while the successor begins",
          good().add(new Admission("w9", A, token(1), 290, 310))
        },
        new Object[] {
          "a call was let in, and paused before its method began",
          good().add(new Admission("w9", A, token(1), 300, 480))
        },
        new Object[] {
          "a write arrives late and is refused",
          good()
              .add(admission("w9", A, token(1), 250))
              .add(new Arrival("w9", A, token(1), false, 450))
        },
        new Object[] {
          "a call of unknown outcome was done",
          good().add(admission("w6", B, token(2), 421)).add(arrival("w6", B, token(2), 421))
        },
        new Object[] {
          "a call that the client did not wait for",
          good().add(admission("w9", B, token(2), 450)).add(arrival("w9", B, token(2), 450))
        },
        new Object[] {
          "a node is primary twice",
          good()
              .add(role(B, 3, NodeRole.PRIMARY, NodeRole.SECONDARY, token(2)))
              .add(role(A, 4, NodeRole.SECONDARY, NodeRole.PRIMARY, token(3)))
              .written("w9", A, token(3), 450)
        },
        new Object[] {
          "the store was wiped: a new scope begins at 1",
          good()
              .add(role(B, 3, NodeRole.PRIMARY, NodeRole.SECONDARY, token(2)))
              .add(
                  role(
                      A, 4, NodeRole.SECONDARY, NodeRole.PRIMARY, new FencingToken(LATER_SCOPE, 1)))
              .written("w9", A, new FencingToken(LATER_SCOPE, 1), 450)
        });
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void nothing_is_found_where_all_may_be_well(String what, Story story) {
    assertThat(Checker.check(story.history())).isEmpty();
  }
}
