package dev.primacy.json;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A constant, by its name.
 *
 * @param constants all that there are
 */
record EnumForm(Map<String, Enum<?>> constants) implements Form {

  static EnumForm of(Class<?> type) {
    return new EnumForm(
        Arrays.stream(type.getEnumConstants())
            .map(constant -> (Enum<?>) constant)
            .collect(Collectors.toUnmodifiableMap(Enum::name, Function.identity())));
  }

  @Override
  public void write(Sheet sheet, Object value) throws UnfitException {
    sheet.write(((Enum<?>) value).name());
  }

  @Override
  public Object read(Object json) throws UnfitException {
    Enum<?> constant = json instanceof String name ? constants.get(name) : null;
    if (constant == null) {
      throw new UnfitException("is none of " + constants.keySet().stream().sorted().toList());
    }
    return constant;
  }
}
