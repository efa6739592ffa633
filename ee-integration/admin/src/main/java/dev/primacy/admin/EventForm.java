package dev.primacy.admin;

import dev.primacy.control.ControlError;
import dev.primacy.event.AlarmCleared;
import dev.primacy.event.AlarmRaised;
import dev.primacy.event.ClusterEvent;
import dev.primacy.event.ControlTaken;
import dev.primacy.event.EngineConnectionLost;
import dev.primacy.event.EngineConnectionRestored;
import dev.primacy.event.EngineSwitched;
import dev.primacy.event.EnvelopedEvent;
import dev.primacy.event.EventEnvelope;
import dev.primacy.event.GroupAltered;
import dev.primacy.event.GroupDropped;
import dev.primacy.event.GroupEvent;
import dev.primacy.event.NodeJoined;
import dev.primacy.event.NodeLeft;
import dev.primacy.event.NodeRoleChanged;
import dev.primacy.event.NodeUpdated;
import dev.primacy.event.PrimaryChanged;
import dev.primacy.event.PrimaryLost;
import dev.primacy.event.ReadOnlyChanged;
import dev.primacy.event.SecondaryInitialized;
import dev.primacy.event.SecondaryJoinResult;
import dev.primacy.event.StandingChanged;
import jakarta.json.JsonObjectBuilder;
import java.util.Locale;
import java.util.Optional;

/**
 * Events as a stream shows them: those that tell of roles, standings, nodes, alarms and command,
 * and those with an envelope; not those that tell of every heartbeat.
 */
final class EventForm {
  private EventForm() {}

  static String name(ClusterEvent event) {
    return name(event.getClass().getSimpleName());
  }

  /** {@code node-role-changed} for {@code NodeRoleChanged}. */
  static String name(String type) {
    return type.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
  }

  /**
   * What it tells.
   *
   * @return one line; empty if it is not shown
   */
  static Optional<String> data(ClusterEvent event) {
    return told(event).map(told -> common(event).addAll(told).build().toString());
  }

  private static JsonObjectBuilder common(ClusterEvent event) {
    JsonObjectBuilder common = Json.object();
    if (event instanceof GroupEvent group) {
      common.add("group", group.group());
    }
    return common
        .add("node", Json.id(event.node()))
        .add("seq", event.seq())
        .add("at", event.at().toString());
  }

  static Optional<JsonObjectBuilder> told(ClusterEvent event) {
    return enveloped(event)
        .or(() -> role(event))
        .or(() -> state(event))
        .or(() -> node(event))
        .or(() -> operation(event));
  }

  /** Its envelope, without words for people and without what is in it: anybody may listen. */
  private static Optional<JsonObjectBuilder> enveloped(ClusterEvent event) {
    if (!(event instanceof EnvelopedEvent enveloped)) {
      return Optional.empty();
    }
    EventEnvelope envelope = enveloped.envelope();
    return Optional.of(
        Json.object()
            .add("id", envelope.id())
            .add("origin", envelope.origin())
            .add("originType", envelope.originType())
            .add("subType", envelope.subType())
            .add("status", Json.word(envelope.status())));
  }

  private static Optional<JsonObjectBuilder> role(ClusterEvent event) {
    JsonObjectBuilder told = Json.object();
    if (event instanceof NodeRoleChanged change) {
      told.add("previous", Json.text(change.previous().map(Json::word)))
          .add("current", Json.word(change.current()))
          .add("standing", Json.word(change.standing()))
          .add("token", Json.token(change.token()))
          .add("cause", Json.word(change.cause()));
    } else if (event instanceof StandingChanged change) {
      told.add("previous", Json.word(change.previous()))
          .add("current", Json.word(change.current()))
          .add("cause", Json.word(change.cause()));
    } else if (event instanceof PrimaryChanged change) {
      told.add("previous", Json.node(change.previous()))
          .add("current", Json.node(change.current()))
          .add("token", Json.token(change.token()));
    } else {
      return Optional.empty();
    }
    return Optional.of(told);
  }

  private static Optional<JsonObjectBuilder> state(ClusterEvent event) {
    JsonObjectBuilder told = Json.object();
    if (event instanceof PrimaryLost lost) {
      told.add("primary", Json.node(lost.primary())).add("reason", Json.word(lost.reason()));
    } else if (event instanceof ReadOnlyChanged change) {
      told.add("previous", Json.readOnly(change.previous()))
          .add("current", Json.readOnly(change.current()));
    } else if (event instanceof SecondaryInitialized initialized) {
      told.add("byCopy", initialized.byCopy());
    } else if (event instanceof SecondaryJoinResult result) {
      told.add("error", Json.text(result.error().map(ControlError::name)));
    } else {
      return record(event);
    }
    return Optional.of(told);
  }

  private static Optional<JsonObjectBuilder> record(ClusterEvent event) {
    if (event instanceof GroupAltered altered) {
      return Optional.of(
          Json.object()
              .add("alteration", Json.word(altered.alteration()))
              .add("detail", altered.detail()));
    }
    return event instanceof GroupDropped ? Optional.of(Json.object()) : Optional.empty();
  }

  private static Optional<JsonObjectBuilder> node(ClusterEvent event) {
    JsonObjectBuilder told = Json.object();
    if (event instanceof NodeJoined joined) {
      told.add("joined", Json.node(joined.joined()));
    } else if (event instanceof NodeUpdated updated) {
      told.add("current", Json.node(updated.current()));
    } else if (event instanceof NodeLeft left) {
      told.add("left", Json.node(left.left())).add("cause", Json.word(left.cause()));
    } else {
      return Optional.empty();
    }
    return Optional.of(told);
  }

  private static Optional<JsonObjectBuilder> operation(ClusterEvent event) {
    JsonObjectBuilder told = Json.object();
    if (event instanceof AlarmRaised raised) {
      told.add("alarm", Json.alarm(raised.alarm()));
    } else if (event instanceof AlarmCleared cleared) {
      told.add("alarm", Json.alarm(cleared.alarm()));
    } else if (event instanceof ControlTaken taken) {
      told.add("evicted", taken.evicted());
    } else if (!(event instanceof EngineConnectionLost)
        && !(event instanceof EngineConnectionRestored)
        && !(event instanceof EngineSwitched)) {
      // of these it is enough that they were: where the store is, is nobody's business here
      return Optional.empty();
    }
    return Optional.of(told);
  }
}
