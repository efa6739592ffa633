package dev.primacy.json;

import dev.primacy.core.messaging.EventShape;
import dev.primacy.event.EnvelopedEvent;
import dev.primacy.event.EventEnvelope;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An event: {@code {"v":1,"schema":"<class>","envelope":{...},"data":{...}}}.
 *
 * @param <E> its type
 */
final class EventForm<E extends EnvelopedEvent> {

  /** What is not understood by older nodes is a new version; what they may ignore is none. */
  static final int VERSION = 1;

  private static final Form ENVELOPE = RecordForm.of(EventEnvelope.class);

  private static final ClassValue<EventForm<?>> ALL =
      new ClassValue<>() {
        @Override
        protected EventForm<?> computeValue(Class<?> type) {
          return new EventForm<>(EventShape.of(type.asSubclass(EnvelopedEvent.class)));
        }
      };

  private final EventShape<E> shape;
  private final Parts data;
  private final int envelopeAt;

  private EventForm(EventShape<E> shape) {
    this.shape = shape;
    List<RecordComponent> others = new ArrayList<>(shape.components());
    List<String> names = others.stream().map(RecordComponent::getName).toList();
    this.envelopeAt = names.indexOf(EventShape.ENVELOPE);
    others.remove(envelopeAt);
    this.data = new Parts(others);
  }

  @SuppressWarnings("unchecked") // computed from this very type
  static <E extends EnvelopedEvent> EventForm<E> of(Class<E> type) {
    return (EventForm<E>) ALL.get(type);
  }

  void write(Sheet sheet, EnvelopedEvent event) throws UnfitException {
    sheet.beginObject();
    sheet.writeName("v");
    sheet.write(BigDecimal.valueOf(VERSION));
    sheet.writeName("schema");
    sheet.write(shape.type().getName());
    sheet.writeName(EventShape.ENVELOPE);
    Elements.write(sheet, event.envelope(), ENVELOPE, EventShape.ENVELOPE);
    sheet.writeName("data");
    sheet.beginObject();
    data.write(sheet, event);
    sheet.end();
    sheet.end();
  }

  /** Numbered; null if it is of this type and version. */
  @Nullable String otherThanThis(Map<String, Object> members) {
    Object version = members.get("v");
    if (!new Digits(Integer.toString(VERSION)).equals(version)) {
      String found = version instanceof Digits digits ? digits.text() : "none";
      return JsonMessages.TEXT.otherVersion(shape.type().getName(), Quoted.of(found), VERSION);
    }
    Object schema = members.get("schema");
    if (!shape.type().getName().equals(schema)) {
      String found = schema instanceof String name ? name : "thing without a name";
      return JsonMessages.TEXT.otherSchema(shape.type().getName(), Quoted.of(found));
    }
    return null;
  }

  E read(Map<String, Object> members) throws UnfitException {
    Object envelope = Elements.read(members.get("envelope"), ENVELOPE, EventShape.ENVELOPE);
    if (((EventEnvelope) envelope).stamp().isEmpty()) {
      throw new UnfitException("is missing").in("stamp").in(EventShape.ENVELOPE);
    }
    List<Object> values = new ArrayList<>(data(members.get("data")));
    values.add(envelopeAt, envelope);
    try {
      return shape.create(values);
    } catch (IllegalArgumentException refused) {
      throw new UnfitException("is refused: " + refused.getMessage());
    }
  }

  private List<Object> data(@Nullable Object json) throws UnfitException {
    try {
      return data.read(json == null ? Map.of() : Members.of(json));
    } catch (UnfitException unfit) {
      throw unfit.in("data");
    }
  }

  List<Refusals.Refusal> refusals() {
    Refusals found = new Refusals();
    data.refuse(found, "");
    return found.all();
  }
}
