package dev.primacy.admin;

import dev.primacy.ClusterNode;
import dev.primacy.FencingToken;
import dev.primacy.NodeId;
import dev.primacy.NodeStatus;
import dev.primacy.control.Alarm;
import dev.primacy.control.AlarmKind;
import dev.primacy.control.NodeState;
import dev.primacy.control.ReadOnlyState;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.net.URI;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** How values look in answers: names in small letters, times in ISO 8601, null for absent. */
final class Json {
  /** Builds every document; looked up once. */
  static final JsonProvider PROVIDER = JsonProvider.provider();

  private Json() {}

  static JsonObjectBuilder object() {
    return PROVIDER.createObjectBuilder();
  }

  static JsonValue text(Optional<?> value) {
    return value
        .<JsonValue>map(present -> PROVIDER.createValue(present.toString()))
        .orElse(JsonValue.NULL);
  }

  /** {@code not_in_group} for {@code NOT_IN_GROUP}. */
  static String word(Enum<?> value) {
    return value instanceof AlarmKind kind
        ? kind.wireName()
        : value.name().toLowerCase(Locale.ROOT);
  }

  static <T> JsonArrayBuilder array(Collection<T> values, Function<T, JsonValue> form) {
    JsonArrayBuilder array = PROVIDER.createArrayBuilder();
    values.stream().map(form).forEach(array::add);
    return array;
  }

  static JsonValue token(Optional<FencingToken> token) {
    return token
        .<JsonValue>map(
            held -> object().add("scope", held.scope().toString()).add("term", held.term()).build())
        .orElse(JsonValue.NULL);
  }

  static JsonObject id(NodeId id) {
    return object().add("name", id.name()).add("incarnation", id.incarnation().toString()).build();
  }

  static JsonValue id(Optional<NodeId> id) {
    return id.<JsonValue>map(Json::id).orElse(JsonValue.NULL);
  }

  static JsonObject node(ClusterNode node) {
    JsonObjectBuilder attributes = object();
    new TreeMap<>(node.attributes()).forEach(attributes::add);
    return object()
        .add("name", node.id().name())
        .add("incarnation", node.id().incarnation().toString())
        .add("url", text(node.endpoint().map(URI::toString)))
        .add("priority", node.priority())
        .add("passive", node.passive())
        .add("lifecycle", word(node.lifecycle()))
        .add("attributes", attributes)
        .add("status", node.status().<JsonValue>map(Json::status).orElse(JsonValue.NULL))
        .build();
  }

  private static JsonObject status(NodeStatus status) {
    return object().add("version", status.version()).add("at", status.at().toString()).build();
  }

  static JsonValue node(Optional<ClusterNode> node) {
    return node.<JsonValue>map(Json::node).orElse(JsonValue.NULL);
  }

  static JsonObject readOnly(ReadOnlyState state) {
    return object().add("configured", state.configured()).add("imposed", state.imposed()).build();
  }

  static JsonObject alarm(Alarm alarm) {
    return object()
        .add("kind", word(alarm.kind()))
        .add("subject", alarm.subject())
        .add("text", alarm.text())
        .add("raisedAt", alarm.raisedAt().toString())
        .build();
  }

  /** What a node is in a group: whose word it is, is said around it. */
  static JsonObjectBuilder state(NodeState state) {
    return object()
        .add("group", state.group())
        .add("role", word(state.role()))
        .add("standing", word(state.standing()))
        .add("connection", word(state.connection()))
        .add("lastHeartbeat", text(state.lastHeartbeat()))
        .add("lastChecked", text(state.lastChecked()))
        .add("heartbeatChannel", word(state.heartbeatChannel()));
  }
}
