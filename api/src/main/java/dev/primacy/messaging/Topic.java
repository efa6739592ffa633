package dev.primacy.messaging;

/**
 * Where events are published: {@code <event id>.<origin>}.
 *
 * @param eventId the number of the event's type, at least 1
 * @param origin words between dots, at most {@value #LONGEST} characters
 * @since 0.1
 */
public record Topic(int eventId, String origin) {

  /** How long an origin may be, in characters. */
  public static final int LONGEST = 255;

  /**
   * Checks the components.
   *
   * @throws IllegalArgumentException if there is no origin, it is too long, or it has blanks,
   *     control characters or wildcards
   */
  public Topic {
    if (eventId < 1 || !isOrigin(origin)) {
      throw new IllegalArgumentException(
          "no topic: an event id of 1 or more and an origin of 1 to "
              + LONGEST
              + " characters without blanks, control characters, * and # are needed");
    }
  }

  /**
   * Makes a topic.
   *
   * @param eventId the number of the event's type
   * @param origin words between dots
   * @return the topic
   * @throws IllegalArgumentException if there is no such topic
   */
  public static Topic of(int eventId, String origin) {
    return new Topic(eventId, origin);
  }

  /**
   * Whether events may come from there.
   *
   * @param origin words between dots
   * @return false if it is empty, too long, or has blanks, control characters or wildcards
   */
  public static boolean isOrigin(String origin) {
    return !origin.isEmpty()
        && origin.length() <= LONGEST
        && origin
            .chars()
            .noneMatch(
                c ->
                    Character.isWhitespace(c) || Character.isISOControl(c) || c == '*' || c == '#');
  }

  /** As on the wire. */
  @Override
  public String toString() {
    return eventId + "." + origin;
  }
}
