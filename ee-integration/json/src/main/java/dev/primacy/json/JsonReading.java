package dev.primacy.json;

import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonParser;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON that anybody may have written into maps, lists, strings, {@link Digits} and Booleans.
 * Nothing is calculated, whatever a number says, and nothing is deeper than it may be. Members of
 * one name are refused: two readers could take one each.
 */
final class JsonReading {
  private final JsonParser parser;

  private JsonReading(JsonParser parser) {
    this.parser = parser;
  }

  static Object read(JsonProvider provider, byte[] body) throws UnfitException {
    try (JsonParser parser = provider.createParser(new StringReader(text(body)))) {
      JsonReading reading = new JsonReading(parser);
      Object value = reading.value(parser.next(), 0);
      if (value == null || parser.hasNext()) {
        throw new UnfitException("it is no object, or more than one");
      }
      return value;
    }
  }

  private static String text(byte[] body) throws UnfitException {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    } catch (CharacterCodingException malformed) {
      throw new UnfitException("it is no UTF-8");
    }
  }

  private @Nullable Object value(JsonParser.Event event, int depth) throws UnfitException {
    return switch (event) {
      case START_OBJECT -> object(depth + 1);
      case START_ARRAY -> list(depth + 1);
      case VALUE_STRING -> Limits.checked(parser.getString());
      case VALUE_NUMBER -> digits(parser.getString());
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NULL -> null;
      case KEY_NAME, END_OBJECT, END_ARRAY -> throw new UnfitException("it is no value");
    };
  }

  private static Digits digits(String text) throws UnfitException {
    if (text.length() > 2 * Limits.DIGITS) {
      throw new UnfitException("it has a number of " + text.length() + " characters");
    }
    return new Digits(text);
  }

  private Map<String, @Nullable Object> object(int depth) throws UnfitException {
    Limits.checkDepth(depth);
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    for (JsonParser.Event next = parser.next();
        next != JsonParser.Event.END_OBJECT;
        next = parser.next()) {
      String name = Limits.checked(parser.getString());
      if (members.containsKey(name)) {
        throw new UnfitException("it has two members named '" + Quoted.of(name) + "'");
      }
      members.put(name, value(parser.next(), depth));
    }
    return members;
  }

  private List<@Nullable Object> list(int depth) throws UnfitException {
    Limits.checkDepth(depth);
    List<@Nullable Object> elements = new ArrayList<>();
    for (JsonParser.Event next = parser.next();
        next != JsonParser.Event.END_ARRAY;
        next = parser.next()) {
      elements.add(value(next, depth));
    }
    return elements;
  }
}
