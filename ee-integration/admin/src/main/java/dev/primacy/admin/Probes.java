package dev.primacy.admin;

import static dev.primacy.admin.AdminMessages.TEXT;

import dev.primacy.GroupStanding;
import dev.primacy.Membership;
import dev.primacy.NotPrimaryException;
import dev.primacy.control.ClusterControl;
import dev.primacy.control.NodeState;
import dev.primacy.core.gate.Clocks;
import dev.primacy.core.settings.SettingText;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What balancers ask. It agrees with the guard at every instant, since it asks what the guard asks;
 * whatever is not certain is a no. Paths and codes of the last two are those that balancers of
 * high-availability frameworks are configured for already.
 */
final class Probes {
  private static final int YES = 200;
  private static final int NO = 503;

  private final Supplier<ClusterControl> control;
  private final Here here;
  private final Clocks clocks;
  private final AdminSettings.Probing settings;

  Probes(
      Supplier<ClusterControl> control, Here here, Clocks clocks, AdminSettings.Probing settings) {
    this.control = control;
    this.here = here;
    this.clocks = clocks;
    this.settings = settings;
  }

  void offer(Routes routes) {
    routes.add("GET", "primary", Access.OPEN, this::primary);
    routes.add("GET", "secondary", Access.OPEN, this::secondary);
    routes.add("GET", "ha_writable", Access.OPEN, this::writable);
    routes.add("GET", "ha_status", Access.OPEN, this::status);
  }

  private Outcome primary(Request request) {
    Membership view = view(request);
    return word(acts(view) ? YES : NO, Json.word(view.role()));
  }

  private Outcome secondary(Request request) {
    Membership view = view(request);
    Duration most = lag(request);
    return word(followed(view, most) ? YES : NO, Json.word(view.role()));
  }

  private Duration lag(Request request) {
    Optional<String> asked = request.parameter("max-lag");
    return asked.isEmpty()
        ? settings.lag()
        : SettingText.duration(asked.get())
            .filter(lag -> !lag.isNegative())
            .orElseThrow(() -> Problem.badRequest(TEXT.badLag()));
  }

  private boolean followed(Membership view, Duration most) {
    NodeState state = control.get().nodeState(view.group());
    // read before the clock: so a time in the future is a clock that was set back, and no news
    Instant now = Instant.ofEpochMilli(clocks.millis());
    return !acts(view)
        && follows(view.standing())
        && state
            .lastChecked()
            .map(heard -> Duration.between(heard, now))
            .filter(lag -> !lag.isNegative() && lag.compareTo(most) <= 0)
            .isPresent();
  }

  private static boolean follows(GroupStanding standing) {
    return standing == GroupStanding.MEMBER || standing == GroupStanding.RELAY;
  }

  private Outcome writable(Request request) {
    Membership view = view(request);
    if (writes(view)) {
      return word(YES, "true");
    }
    return isKnown(view) ? word(settings.notWritable(), "false") : word(NO, "unknown");
  }

  /** Whether it is certain that this node may not write: a store that is away makes it a guess. */
  private boolean isKnown(Membership view) {
    GroupStanding standing = view.standing();
    return (standing != GroupStanding.JOINING && standing != GroupStanding.SUSPENDED)
        || control.get().nodeState(view.group()).connection() == NodeState.Connection.CONNECTED;
  }

  private Outcome status(Request request) {
    return word(YES, control.get().status(view(request).group()).state().wireName());
  }

  private Membership view(Request request) {
    String group = here.meant(request.parameter("group"));
    return here.membership(group).orElseThrow(() -> Problem.of(404, TEXT.unknownGroup()));
  }

  /** Whether the guard lets calls in: as the primary, or because there is no cluster. */
  private static boolean acts(Membership view) {
    return view.isPrimary() || view.standing() == GroupStanding.STANDALONE;
  }

  /** Whether it lets writes in as well; one look at one snapshot. */
  private static boolean writes(Membership view) {
    if (view.standing() == GroupStanding.STANDALONE) {
      return true;
    }
    try {
      view.requirePrimary();
      return true;
    } catch (NotPrimaryException refused) {
      return false;
    }
  }

  private static Answer word(int status, String word) {
    return Answer.text(status, word);
  }
}
