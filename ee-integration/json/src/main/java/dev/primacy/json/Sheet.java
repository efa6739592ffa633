package dev.primacy.json;

import jakarta.json.stream.JsonGenerator;
import java.math.BigDecimal;

/** What an event is written on: no deeper and no longer than it may be. For one thread. */
final class Sheet {
  private final JsonGenerator out;
  private int depth;

  Sheet(JsonGenerator out) {
    this.out = out;
  }

  void beginObject() throws UnfitException {
    Limits.checkDepth(++depth);
    out.writeStartObject();
  }

  void beginList() throws UnfitException {
    Limits.checkDepth(++depth);
    out.writeStartArray();
  }

  void end() {
    depth--;
    out.writeEnd();
  }

  void writeName(String name) throws UnfitException {
    out.writeKey(Limits.checked(name));
  }

  void write(String text) throws UnfitException {
    out.write(Limits.checked(text));
  }

  void write(boolean truth) {
    out.write(truth);
  }

  void write(double number) {
    out.write(number);
  }

  void write(BigDecimal number) throws UnfitException {
    out.write(Limits.checked(number));
  }

  void writeNothing() {
    out.writeNull();
  }
}
