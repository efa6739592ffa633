package dev.primacy.admin;

import static dev.primacy.admin.AdminMessages.TEXT;

import dev.primacy.messaging.Topic;
import java.util.Optional;
import java.util.OptionalInt;

/** What a subscription hears: a pattern of topics. */
final class Binding {
  private Binding() {}

  /**
   * {@code <event id or *>.<origin or #>}.
   *
   * @throws Problem 400
   */
  static String of(OptionalInt eventId, Optional<String> origin) {
    String type = eventId.isPresent() ? Integer.toString(eventId.getAsInt()) : "*";
    return type + "." + checked(origin.orElse("#"));
  }

  /**
   * A pattern of origins.
   *
   * @throws Problem 400 if it is none
   */
  static String checked(String origin) {
    String plain = origin.replace('*', 'x').replace('#', 'x');
    if (!Topic.isOrigin(plain)) {
      throw Problem.badRequest(TEXT.badEventOrigin());
    }
    return origin;
  }
}
