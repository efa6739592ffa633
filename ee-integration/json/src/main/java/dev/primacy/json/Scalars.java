package dev.primacy.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The forms of types that consist of one value. */
final class Scalars {
  private static final Form TRUTH = new TruthForm();
  private static final Form BYTE = NumberForm.whole((byte) 0, BigInteger::byteValueExact);
  private static final Form SHORT = NumberForm.whole((short) 0, BigInteger::shortValueExact);
  private static final Form INT = NumberForm.whole(0, BigInteger::intValueExact);
  private static final Form LONG = NumberForm.whole(0L, BigInteger::longValueExact);
  private static final Form FLOAT = new FloatingForm(0F, Float::parseFloat);
  private static final Form DOUBLE = new FloatingForm(0D, Double::parseDouble);

  private static final Map<Class<?>, Form> ALL =
      Map.ofEntries(
          Map.entry(String.class, TextForm.plain()),
          Map.entry(boolean.class, TRUTH),
          Map.entry(Boolean.class, TRUTH),
          Map.entry(byte.class, BYTE),
          Map.entry(Byte.class, BYTE),
          Map.entry(short.class, SHORT),
          Map.entry(Short.class, SHORT),
          Map.entry(int.class, INT),
          Map.entry(Integer.class, INT),
          Map.entry(long.class, LONG),
          Map.entry(Long.class, LONG),
          Map.entry(float.class, FLOAT),
          Map.entry(Float.class, FLOAT),
          Map.entry(double.class, DOUBLE),
          Map.entry(Double.class, DOUBLE),
          Map.entry(BigInteger.class, NumberForm.whole(BigInteger.ZERO, number -> number)),
          Map.entry(BigDecimal.class, NumberForm.decimal()),
          Map.entry(Duration.class, new TextForm("a duration", Duration::parse, Duration.ZERO)),
          Map.entry(Instant.class, new TextForm("a time", Instant::parse, null)),
          Map.entry(UUID.class, new TextForm("a UUID", Scalars::uuid, null)),
          Map.entry(URI.class, new TextForm("a URI", URI::create, null)));

  private Scalars() {}

  static @Nullable Form find(Class<?> type) {
    return ALL.get(type);
  }

  /** {@link UUID#fromString} takes what is shorter as well. */
  private static UUID uuid(String text) {
    UUID uuid = UUID.fromString(text);
    if (!uuid.toString().equalsIgnoreCase(text)) {
      throw new IllegalArgumentException("not as it is written");
    }
    return uuid;
  }
}
