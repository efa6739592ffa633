package dev.primacy.core.messaging;

import static dev.primacy.core.CoreMessages.MESSAGES;

import java.lang.invoke.MethodType;
import java.lang.reflect.Array;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Values that are given by name, and what stands for those that are not. */
final class Named {
  private static final int LONGEST = 80;

  private static final Map<Class<?>, Object> BLANKS =
      Map.ofEntries(
          Map.entry(String.class, ""),
          Map.entry(Optional.class, Optional.empty()),
          Map.entry(List.class, List.of()),
          Map.entry(Set.class, Set.of()),
          Map.entry(Map.class, Map.of()),
          Map.entry(Duration.class, Duration.ZERO),
          Map.entry(BigDecimal.class, BigDecimal.ZERO),
          Map.entry(BigInteger.class, BigInteger.ZERO));

  private Named() {}

  /** Of a value that is of the wrong kind, for messages. */
  static String shown(@Nullable Object value) {
    String text = String.valueOf(value).replaceAll("\\p{Cntrl}", "?");
    return text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text;
  }

  /**
   * Fits a value to a component.
   *
   * @param name of the component, for messages
   * @throws IllegalArgumentException if it does not fit; numbered
   */
  static Object fit(String name, Type type, @Nullable Object value) {
    if (type instanceof ParameterizedType generic && generic.getRawType() == Optional.class) {
      return value instanceof Optional<?> ? value : Optional.of(fit(name, content(generic), value));
    }
    Class<?> raw = raw(type);
    if (raw.isEnum() && value instanceof String constant) {
      return constant(name, raw, constant);
    }
    if (raw.isPrimitive() && value != null) {
      return widened(name, raw, value);
    }
    if (raw.isInstance(value)) {
      return raw.cast(value);
    }
    throw wrongKind(name, raw, value);
  }

  private static Type content(ParameterizedType optional) {
    return optional.getActualTypeArguments()[0];
  }

  private static Class<?> raw(Type type) {
    if (type instanceof Class<?> plain) {
      return plain;
    }
    return type instanceof ParameterizedType generic ? raw(generic.getRawType()) : Object.class;
  }

  private static Object constant(String name, Class<?> type, String constant) {
    List<String> allowed =
        Arrays.stream(type.getEnumConstants()).map(each -> ((Enum<?>) each).name()).toList();
    int at = allowed.indexOf(constant);
    if (at < 0) {
      throw new IllegalArgumentException(
          MESSAGES.noSuchConstant(shown(constant), name, String.join(", ", allowed)));
    }
    return type.getEnumConstants()[at];
  }

  /** As the language does it: an int is a long as well, never the other way round. */
  private static Object widened(String name, Class<?> type, Object value) {
    Object one = Array.newInstance(type, 1);
    try {
      Array.set(one, 0, value);
    } catch (IllegalArgumentException none) {
      throw wrongKind(name, type, value);
    }
    return Array.get(one, 0);
  }

  private static IllegalArgumentException wrongKind(
      String name, Class<?> type, @Nullable Object value) {
    String given = value == null ? "null" : value.getClass().getName();
    return new IllegalArgumentException(MESSAGES.wrongKind(name, type.getName(), given));
  }

  /** What stands for a value that nobody gave. */
  static Object blank(String event, String name, Class<?> type) {
    Object known = BLANKS.get(type);
    if (known != null) {
      return known;
    }
    if (type.isEnum() && type.getEnumConstants().length > 0) {
      return type.getEnumConstants()[0];
    }
    Class<?> plain = MethodType.methodType(type).unwrap().returnType();
    if (plain.isPrimitive()) {
      return Array.get(Array.newInstance(plain, 1), 0);
    }
    throw new IllegalArgumentException(MESSAGES.valueMissing(name, event, type.getName()));
  }
}
