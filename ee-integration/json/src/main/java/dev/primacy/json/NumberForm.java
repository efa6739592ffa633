package dev.primacy.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.function.Function;

/**
 * A number of a certain number of digits.
 *
 * @param zero of its type
 * @param reader throws ArithmeticException of numbers that are too large for its type
 */
record NumberForm(Object zero, Function<BigDecimal, Object> reader) implements Form {

  /** Without a point, and without an exponent: those would be written out by whoever reads them. */
  static NumberForm whole(Object zero, Function<BigInteger, Object> reader) {
    return new NumberForm(
        zero,
        number -> {
          if (number.scale() != 0) {
            throw new ArithmeticException("not whole");
          }
          return reader.apply(number.unscaledValue());
        });
  }

  static NumberForm decimal() {
    return new NumberForm(BigDecimal.ZERO, number -> number);
  }

  @Override
  public void write(Sheet sheet, Object value) throws UnfitException {
    sheet.write(value instanceof BigDecimal number ? number : new BigDecimal(value.toString()));
  }

  @Override
  public Object read(Object json) throws UnfitException {
    if (json instanceof Digits digits) {
      try {
        return reader.apply(Limits.checked(new BigDecimal(digits.text())));
      } catch (ArithmeticException | NumberFormatException outOfRange) {
        throw new UnfitException("is out of range: " + Quoted.of(digits.text()));
      }
    }
    throw new UnfitException("is no number");
  }

  @Override
  public Object missing() {
    return zero;
  }
}
