package dev.primacy.core.runtime;

import static dev.primacy.core.CoreLog.LOG;

import dev.primacy.FencingToken;
import dev.primacy.NodeId;
import dev.primacy.core.dispatch.Lane;
import dev.primacy.core.elector.Action;
import dev.primacy.core.gate.Clocks;
import dev.primacy.core.settings.ObserverSettings;
import dev.primacy.core.settings.SettingText;
import dev.primacy.event.NodeRoleChanged;
import dev.primacy.event.RoleChangeCause;
import dev.primacy.event.StandingChanged;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The numbered lines of the life cycle, never written on the lease thread: a log may block. */
final class Transcript {
  private static final String NONE = "none";

  private final Scribe scribe;
  private final Clocks clocks;

  Transcript(Scribe scribe, Clocks clocks) {
    this.scribe = scribe;
    this.clocks = clocks;
  }

  void changed(NodeRoleChanged event) {
    scribe.write(
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
    scribe.write(
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
    scribe.write(
        () -> LOG.guardClosed(membership.group(), node, token.term(), cause.name(), calls, at));
  }

  void switchover(GroupMembership membership, FencingToken token, NodeId successor) {
    String node = membership.node().toString();
    scribe.write(
        () -> LOG.switchover(membership.group(), node, token.term(), successor.toString()));
  }

  /** Somebody named another node; null if that node has it now. */
  void nominated(GroupMembership membership, @Nullable Throwable failed) {
    if (failed != null) {
      String reason = String.valueOf(failed.getMessage());
      scribe.write(() -> LOG.nominationFailed(membership.group(), reason));
    }
  }

  void stillRunning(String group, long calls, ObserverSettings settings, String which) {
    String timeout = SettingText.show(settings.drainTimeout());
    scribe.write(() -> LOG.stillRunning(group, calls, timeout, which));
  }

  void observersTooSlow(String group, Duration timeout) {
    scribe.write(() -> LOG.observersTooSlow(group, SettingText.show(timeout)));
  }

  void promotionFailed(
      GroupMembership membership, FencingToken token, String problem, boolean handedBack) {
    String node = membership.node().toString();
    String consequence =
        handedBack
            ? "handed back (cause=" + RoleChangeCause.PROMOTION_FAILED + ")"
            : "taken all the same (primacy.promotion.on-failure=continue)";
    scribe.write(
        () -> LOG.promotionFailed(membership.group(), node, token.term(), problem, consequence));
  }

  void overflowed(Lane lane) {
    scribe.write(() -> LOG.overflowed(lane.limit(), lane.name()));
  }

  /** A store that went back has a line of its own. */
  void contested(GroupMembership membership, Action.Contested claim) {
    if (claim.wentBack()) {
      return;
    }
    String node = membership.node().toString();
    String own = (claim.held() ? "held" : "had seen") + " term " + shown(claim.known());
    String seen = "term " + claim.seen().map(Transcript::shown).orElse(NONE);
    String holder = claim.holder().map(UUID::toString).orElse(NONE);
    scribe.write(() -> LOG.conflictingPrimaries(claim.group(), node, own, seen, holder));
  }

  private static String shown(FencingToken token) {
    return token.term() + " of scope " + token.scope();
  }

  void reincarnated(NodeId dead, RoleChangeCause cause, NodeId next) {
    scribe.write(() -> LOG.reincarnated(dead.toString(), cause.name(), next.toString()));
  }

  /** Something of our own threw on the lease thread. */
  void defect(RuntimeException defect) {
    scribe.write(() -> LOG.leaseThreadFailed(defect));
  }

  void complaint(Action.Complain complaint) {
    scribe.write(() -> write(complaint));
  }

  private static void write(Action.Complain complaint) {
    String subject = complaint.subject();
    String detail = complaint.detail();
    switch (complaint.problem()) {
      case RECORD_UNREADABLE -> LOG.recordUnreadable(subject, detail);
      case SETTINGS_DIFFER -> LOG.settingsDiffer(subject, detail);
      case NAME_TAKEN -> LOG.nameTaken(subject, detail);
      case LEASE_TOO_LONG -> LOG.leaseTooLong(subject, detail);
      case STORE_WIPED -> LOG.storeWiped(subject, detail);
      case STORE_WENT_BACK -> LOG.storeWentBack(subject, detail);
    }
  }
}
