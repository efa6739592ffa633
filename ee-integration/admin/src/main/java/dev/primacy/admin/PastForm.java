package dev.primacy.admin;

import dev.primacy.event.EnvelopedEvent;
import dev.primacy.history.PastEvent;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;

/** Past events as answers show them. */
final class PastForm {
  private static final int FIRST_OF_APPLICATIONS = 10_000;

  /** Whether to show what applications said in their events: to operators only. */
  private final boolean whole;

  PastForm(Access access) {
    this.whole = access == Access.OPERATORS;
  }

  JsonObject of(PastEvent past) {
    String type = past.type().substring(past.type().lastIndexOf('.') + 1);
    JsonObjectBuilder form =
        Json.object()
            .add("id", past.id())
            .add("eventId", past.eventId())
            .add("type", EventForm.name(type.substring(type.lastIndexOf('$') + 1)))
            .add("origin", past.origin())
            .add("node", Json.id(past.node()))
            .add("at", past.at().toString());
    past.event().flatMap(EventForm::told).ifPresent(told -> form.add("told", told));
    if (whole && isEnveloped(past)) {
      form.add("text", past.text());
    }
    return form.build();
  }

  /** Of others the text may say where the store is, which is nobody's business here. */
  private static boolean isEnveloped(PastEvent past) {
    return past.event().isPresent()
        ? past.event().get() instanceof EnvelopedEvent
        : past.eventId() >= FIRST_OF_APPLICATIONS;
  }
}
