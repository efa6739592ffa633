package dev.primacy.admin;

import static dev.primacy.admin.AdminMessages.TEXT;

import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/** Subscriptions for those who poll: made, asked and removed over HTTP. */
final class Polling {
  /** What the paths of sessions begin with. */
  static final String SESSIONS = "v1/events/subscriptions/";

  /** Any of them, for the routes and for the log. */
  static final String SESSION = SESSIONS + "*";

  private static final Set<String> MEMBERS = Set.of("session", "eventId", "origin");

  private final Polls polls;
  private final Access access;
  private final PastForm form;

  Polling(Polls polls, Access access) {
    this.polls = polls;
    this.access = access;
    this.form = new PastForm(access);
  }

  void offer(Routes routes) {
    routes.add("POST", "v1/events/subscriptions", access, this::subscribe);
    routes.add("GET", SESSION, access, this::poll);
    routes.add("DELETE", SESSION, access, this::unsubscribe);
  }

  private Outcome subscribe(Request request) {
    Parameters asked = Parameters.of(request, MEMBERS);
    String binding = Binding.of(eventId(asked), text(asked, "origin"));
    Polls.Added added =
        polls.subscribe(text(asked, "session"), binding, Authorisation.who(request.caller()));
    return Answer.json(
        201,
        Json.object()
            .add("session", added.session())
            .add("id", added.id())
            .add("description", added.binding())
            .build());
  }

  private static OptionalInt eventId(Parameters asked) {
    JsonValue value = asked.members().get("eventId");
    if (value == null) {
      return OptionalInt.empty();
    }
    if (value instanceof JsonNumber number
        && number.toString().matches("\\d{1,9}")
        && number.intValue() > 0) {
      return OptionalInt.of(number.intValue());
    }
    throw Problem.badRequest(TEXT.badEventId());
  }

  private static Optional<String> text(Parameters asked, String member) {
    JsonValue value = asked.members().get(member);
    if (value == null) {
      return Optional.empty();
    }
    if (value instanceof JsonString string) {
      return Optional.of(string.getString());
    }
    throw Problem.badRequest(TEXT.badMember(member, "a text"));
  }

  private Outcome poll(Request request) {
    boolean moves = request.method().equals("GET");
    return Answer.json(
        200,
        Json.object()
            .add(
                "subscriptions",
                Json.array(
                    polls.poll(
                        session(request),
                        request.parameter("since").map(Since::of),
                        ids(request),
                        moves),
                    this::heard))
            .build());
  }

  private JsonValue heard(Polls.Heard heard) {
    return Json.object()
        .add("id", heard.id())
        .add("description", heard.binding())
        .add("events", Json.array(heard.events(), form::of))
        .build();
  }

  private Outcome unsubscribe(Request request) {
    int removed =
        polls.unsubscribe(session(request), ids(request), Authorisation.who(request.caller()));
    return Answer.json(200, Json.object().add("removed", removed).build());
  }

  private static String session(Request request) {
    return request.path().substring(SESSIONS.length());
  }

  private static Set<String> ids(Request request) {
    return request
        .parameter("ids")
        .map(list -> Arrays.stream(list.split(",", -1)).map(String::strip))
        .map(each -> each.collect(Collectors.toUnmodifiableSet()))
        .orElse(Set.of());
  }
}
