package dev.primacy.core.runtime;

import dev.primacy.core.record.RecordCodec;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What nodes tell each other in their records, beside what applications do. */
final class Published {

  /** What applications leave alone. */
  private static final String PREFIX = "primacy.";

  /** A digest that proves the group's secret. */
  static final String SECRET = PREFIX + "control";

  /** What kind of state the application understands. */
  static final String SCHEMA = PREFIX + "schema";

  /** What the node is meant to be. */
  static final String NOMINAL_ROLE = PREFIX + "nominal-role";

  /** The groups whose primary the node was told to follow. */
  static final String SECONDARY = PREFIX + "secondary";

  private static final int LONGEST = RecordCodec.MAX_ATTRIBUTE_BYTES - SECONDARY.length();
  private static final String SEPARATOR = ",";

  private Published() {}

  /** Of so many groups that they do not fit the first ones are told. */
  static String listed(Collection<String> groups) {
    StringBuilder listed = new StringBuilder();
    for (String group : groups) {
      if (listed.length() + SEPARATOR.length() + group.length() <= LONGEST) {
        listed.append(listed.isEmpty() ? "" : SEPARATOR).append(group);
      }
    }
    return listed.toString();
  }

  static boolean isSecondaryOf(String group, Map<String, String> words) {
    String listed = words.get(SECONDARY);
    return listed != null && List.of(listed.split(SEPARATOR, -1)).contains(group);
  }
}
