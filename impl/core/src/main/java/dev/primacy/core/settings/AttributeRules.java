package dev.primacy.core.settings;

import static dev.primacy.core.CoreMessages.MESSAGES;

import dev.primacy.core.record.RecordCodec;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What a node may publish about itself, in its settings and at run time (DESIGN T6).
 *
 * @since 0.1
 */
public final class AttributeRules {

  /** The most attributes of a node. */
  public static final int MOST = RecordCodec.MAX_ATTRIBUTES;

  private static final int LONGEST = RecordCodec.MAX_ATTRIBUTE_BYTES;
  private static final String RESERVED = "primacy.";

  private AttributeRules() {}

  /**
   * What is wrong with one attribute.
   *
   * @param shown names it in messages
   * @param name its name
   * @param text its value
   * @return numbered messages; none if it may be published
   */
  public static List<String> problems(String shown, String name, String text) {
    List<String> problems = new ArrayList<>();
    if (name.isBlank() || name.startsWith(RESERVED) || hasControls(name)) {
      problems.add(MESSAGES.badAttributeName(shown));
    }
    int bytes = (name + text).getBytes(StandardCharsets.UTF_8).length;
    if (bytes > LONGEST) {
      problems.add(MESSAGES.attributeTooLong(shown, bytes, LONGEST));
    }
    return problems;
  }

  private static boolean hasControls(String name) {
    return name.chars().anyMatch(Character::isISOControl);
  }
}
