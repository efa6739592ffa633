package dev.primacy.admin;

import static dev.primacy.admin.AdminMessages.TEXT;

import dev.primacy.core.settings.SettingText;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParser;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a command says in its body. Strict: whoever misspells a member is told, not obeyed in part.
 *
 * @param members the body
 */
record Parameters(JsonObject members) {
  private static final String A_NAME = "a name";

  /**
   * Reads a body that has to be there.
   *
   * @param known the members that mean something
   * @throws Problem 415 if it is not sent as JSON, 400 if there is none or it is not understood
   */
  static Parameters of(Request request, Set<String> known) {
    String shown = String.join(", ", new TreeSet<>(known));
    if (request.body().isBlank()) {
      throw Problem.badRequest(TEXT.noParameter(shown));
    }
    if (!request.header("content-type").filter(Parameters::isJson).isPresent()) {
      throw Problem.of(415, TEXT.jsonOnly());
    }
    JsonObject object = parse(request.body());
    if (!known.containsAll(object.keySet())) {
      throw Problem.badRequest(TEXT.unknownMember(shown));
    }
    return new Parameters(object);
  }

  private static boolean isJson(String type) {
    String name = type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    return name.equals(Answer.JSON);
  }

  private static JsonObject parse(String body) {
    try (JsonParser parser = Json.PROVIDER.createParser(new StringReader(body))) {
      if (parser.next() == JsonParser.Event.START_OBJECT) {
        JsonObject object = parser.getObject();
        if (!parser.hasNext()) {
          return object;
        }
      }
    } catch (JsonException | IllegalStateException | NoSuchElementException broken) {
      throw Problem.badRequest(TEXT.noObject());
    }
    throw Problem.badRequest(TEXT.noObject());
  }

  boolean isEmpty() {
    return members.isEmpty();
  }

  /**
   * The name of a group or node.
   *
   * @throws Problem 400 if it is there and no name
   */
  Optional<String> name(String member) {
    JsonValue value = members.get(member);
    if (value == null) {
      return Optional.empty();
    }
    if (value instanceof JsonString text && SettingText.isName(text.getString())) {
      return Optional.of(text.getString());
    }
    throw Problem.badRequest(TEXT.badMember(member, A_NAME));
  }

  /**
   * The name of a group or node that has to be there.
   *
   * @throws Problem 400
   */
  String neededName(String member) {
    return name(member).orElseThrow(() -> Problem.badRequest(TEXT.badMember(member, A_NAME)));
  }

  /**
   * A yes or no.
   *
   * @throws Problem 400 if it is there and neither
   */
  Optional<Boolean> flag(String member) {
    JsonValue value = members.get(member);
    if (value == null) {
      return Optional.empty();
    }
    if (value == JsonValue.TRUE || value == JsonValue.FALSE) {
      return Optional.of(value == JsonValue.TRUE);
    }
    throw badFlag(member);
  }

  /**
   * A yes or no that has to be there.
   *
   * @throws Problem 400
   */
  boolean neededFlag(String member) {
    return flag(member).orElseThrow(() -> badFlag(member));
  }

  private static Problem badFlag(String member) {
    return Problem.badRequest(TEXT.badMember(member, "true or false"));
  }

  /**
   * An object of plain values, as text.
   *
   * @throws Problem 400 if it is not there or something else
   */
  Map<String, String> texts(String member) {
    if (!(members.get(member) instanceof JsonObject object) || object.isEmpty()) {
      throw notTexts(member);
    }
    Map<String, String> texts = new LinkedHashMap<>();
    object.forEach((key, value) -> texts.put(key, text(member, value)));
    return texts;
  }

  private static String text(String member, JsonValue value) {
    if (value instanceof JsonString string) {
      return string.getString();
    }
    if (value instanceof JsonNumber || value == JsonValue.TRUE || value == JsonValue.FALSE) {
      return value.toString();
    }
    throw notTexts(member);
  }

  private static Problem notTexts(String member) {
    return Problem.badRequest(TEXT.badMember(member, "an object of texts, with at least one"));
  }
}
