package dev.primacy.admin;

import static dev.primacy.admin.AdminMessages.TEXT;

import dev.primacy.history.EventHistory;
import dev.primacy.history.EventQuery;
import dev.primacy.history.PastEvent;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Events of the past, asked for one answer at a time. */
final class EventReading {
  private static final int USUAL = 100;
  private static final int MOST = 1_000;

  /** How many are looked at for a text, which is looked for in what is shown. */
  private static final int LOOKED_AT = 10_000;

  private final EventHistory history;
  private final Access access;
  private final PastForm form;

  EventReading(EventHistory history, Access access) {
    this.history = history;
    this.access = access;
    this.form = new PastForm(access);
  }

  void offer(Routes routes) {
    routes.add("GET", "v1/events", access, this::events);
  }

  private Outcome events(Request request) {
    int limit = limit(request);
    Optional<Instant> since = request.parameter("since").map(Since::of);
    EventQuery query = query(request);
    // from a time on the earliest, so that whoever asks may go on; else the latest
    query = since.map(query::from).orElse(query.descending());
    Optional<String> text = request.parameter("text").map(word -> word.toLowerCase(Locale.ROOT));
    List<JsonObject> shown = new ArrayList<>();
    for (PastEvent past : history.find(query.limit(text.isPresent() ? LOOKED_AT : limit + 1))) {
      JsonObject each = form.of(past);
      if (shown.size() <= limit && text.stream().allMatch(word -> has(each, word))) {
        shown.add(each);
      }
    }
    return answer(shown, limit, since.isEmpty());
  }

  private static boolean has(JsonObject event, String word) {
    return event.toString().toLowerCase(Locale.ROOT).contains(word);
  }

  private static Answer answer(List<JsonObject> shown, int limit, boolean latestFirst) {
    boolean more = shown.size() > limit;
    List<JsonObject> told = new ArrayList<>(shown.subList(0, Math.min(limit, shown.size())));
    if (latestFirst) {
      Collections.reverse(told);
    }
    JsonArrayBuilder events = Json.array(told, event -> event);
    return Answer.json(200, Json.object().add("events", events).add("more", more).build());
  }

  private static EventQuery query(Request request) {
    EventQuery query = EventQuery.all();
    Optional<String> type = request.parameter("type");
    if (type.isPresent()) {
      query = EventTypeNames.narrowed(query, type.get());
    }
    Optional<String> origin = request.parameter("origin");
    return origin.isPresent() ? query.topic("*." + Binding.checked(origin.get())) : query;
  }

  private static int limit(Request request) {
    String text = request.parameter("limit").orElse(Integer.toString(USUAL));
    int limit = text.matches("\\d{1,6}") ? Integer.parseInt(text) : 0;
    if (limit < 1 || limit > MOST) {
      throw Problem.badRequest(TEXT.badEventLimit(MOST));
    }
    return limit;
  }
}
