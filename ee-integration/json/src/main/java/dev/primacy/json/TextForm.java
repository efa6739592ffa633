package dev.primacy.json;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is written as text.
 *
 * @param what it is called
 * @param reader throws an unchecked exception of text that is none
 * @param whenMissing null if nothing could stand for it
 */
record TextForm(String what, Function<String, Object> reader, @Nullable Object whenMissing)
    implements Form {

  static TextForm plain() {
    return new TextForm("a text", text -> text, "");
  }

  @Override
  public void write(Sheet sheet, Object value) throws UnfitException {
    sheet.write(value.toString());
  }

  @Override
  public Object read(Object json) throws UnfitException {
    if (json instanceof String text) {
      try {
        return reader.apply(text);
      } catch (RuntimeException none) {
        throw new UnfitException("is not " + what + ": '" + Quoted.of(text) + "'");
      }
    }
    throw new UnfitException("is not " + what);
  }

  @Override
  public Object missing() throws UnfitException {
    return whenMissing == null ? Form.super.missing() : whenMissing;
  }
}
