package dev.primacy.json;

import java.util.Set;
import java.util.function.Function;

/**
 * A number of limited precision. The three that JSON does not know are written as text.
 *
 * @param zero of its type
 * @param reader of text as Java writes it
 */
record FloatingForm(Number zero, Function<String, Number> reader) implements Form {
  private static final Set<String> BEYOND = Set.of("NaN", "Infinity", "-Infinity");

  @Override
  public void write(Sheet sheet, Object value) throws UnfitException {
    String text = value.toString();
    if (BEYOND.contains(text)) {
      sheet.write(text);
    } else {
      sheet.write(((Number) value).doubleValue());
    }
  }

  @Override
  public Object read(Object json) throws UnfitException {
    if (json instanceof Digits digits) {
      Number number = reader.apply(digits.text());
      if (Double.isFinite(number.doubleValue())) {
        return number;
      }
      throw new UnfitException("is out of range: " + Quoted.of(digits.text()));
    }
    if (json instanceof String text && BEYOND.contains(text)) {
      return reader.apply(text);
    }
    throw new UnfitException("is no number");
  }

  @Override
  public Object missing() {
    return zero;
  }
}
