package dev.primacy.demo;

import dev.primacy.FencingToken;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.Optional;
import java.util.OptionalLong;

/** The few conversions the answers share. Looks the JSON provider up once, not per answer. */
final class Json {
  /** Builds every document. */
  static final JsonProvider PROVIDER = JsonProvider.provider();

  private Json() {}

  /** The text, or null. */
  static JsonValue text(Optional<String> text) {
    return text.<JsonValue>map(PROVIDER::createValue).orElse(JsonValue.NULL);
  }

  /** The token's term as an integer, or null. */
  static JsonValue term(Optional<FencingToken> token) {
    return token.<JsonValue>map(held -> PROVIDER.createValue(held.term())).orElse(JsonValue.NULL);
  }

  /** The member if it is text or a number. */
  static Optional<JsonValue> scalar(JsonObject object, String name) {
    JsonValue value = object.get(name);
    return value instanceof JsonString || value instanceof JsonNumber
        ? Optional.of(value)
        : Optional.empty();
  }

  /** The member if it is an integer. */
  static OptionalLong integer(JsonObject object, String name) {
    return object.get(name) instanceof JsonNumber number && number.isIntegral()
        ? OptionalLong.of(number.longValue())
        : OptionalLong.empty();
  }
}
