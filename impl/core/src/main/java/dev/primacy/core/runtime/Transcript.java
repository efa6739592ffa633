package dev.primacy.core.runtime;

import static dev.primacy.core.CoreLog.LOG;

import dev.primacy.FencingToken;
import dev.primacy.core.gate.Clocks;
import dev.primacy.core.settings.SettingText;
import dev.primacy.event.NodeRoleChanged;
import dev.primacy.event.RoleChangeCause;
import dev.primacy.event.StandingChanged;
import java.time.Duration;
import java.time.Instant;

/** Writes the numbered lines of the life cycle, never on the lease thread: a log may block. */
final class Transcript {
  private static final String NONE = "none";

  private final Timers timers;
  private final Clocks clocks;

  Transcript(Timers timers, Clocks clocks) {
    this.timers = timers;
    this.clocks = clocks;
  }

  void changed(NodeRoleChanged event) {
    timers.soon(
        () ->
            LOG.roleChanged(
                event.group(),
                event.node().toString(),
                event.previous().map(Enum::name).orElse(NONE),
                event.current().name(),
                event.token().map(token -> Long.toString(token.term())).orElse(NONE),
                event.cause().name(),
                event.standing().name()));
  }

  void standing(StandingChanged event, RoleChangeCause cause) {
    timers.soon(
        () ->
            LOG.standingChanged(
                event.group(),
                event.node().toString(),
                event.previous().name(),
                event.current().name(),
                cause.name()));
  }

  void guardClosed(
      GroupMembership membership, FencingToken token, RoleChangeCause cause, long calls) {
    String at = Instant.ofEpochMilli(clocks.millis()).toString();
    String node = membership.node().toString();
    timers.soon(
        () -> LOG.guardClosed(membership.group(), node, token.term(), cause.name(), calls, at));
  }

  void stillRunning(String group, long calls, Duration timeout) {
    timers.soon(() -> LOG.stillRunning(group, calls, SettingText.show(timeout)));
  }

  void observersTooSlow(String group, Duration timeout) {
    timers.soon(() -> LOG.observersTooSlow(group, SettingText.show(timeout)));
  }

  void promotionFailed(
      GroupMembership membership, FencingToken token, String problem, boolean handedBack) {
    String node = membership.node().toString();
    String consequence =
        handedBack
            ? "handed back (cause=" + RoleChangeCause.PROMOTION_FAILED + ")"
            : "taken all the same (primacy.promotion.on-failure=continue)";
    timers.soon(
        () -> LOG.promotionFailed(membership.group(), node, token.term(), problem, consequence));
  }
}
