package dev.primacy.json;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the form of a type; one that has none has the form {@link Refused}. */
final class Forms {
  private Forms() {}

  static Form of(Type type) {
    if (type instanceof Class<?> plain) {
      return of(plain);
    }
    return type instanceof ParameterizedType generic ? of(generic) : new Refused(type);
  }

  private static Form of(Class<?> type) {
    Form scalar = Scalars.find(type);
    if (scalar != null) {
      return scalar;
    }
    if (type.isEnum()) {
      return EnumForm.of(type);
    }
    return type.isRecord() ? RecordForm.of(type) : new Refused(type);
  }

  private static Form of(ParameterizedType type) {
    Type[] arguments = type.getActualTypeArguments();
    if (type.getRawType() == List.class) {
      return new ListForm(of(arguments[0]));
    }
    if (type.getRawType() == Set.class) {
      return new SetForm(of(arguments[0]));
    }
    if (type.getRawType() == Map.class && arguments[0] == String.class) {
      return new MapForm(of(arguments[1]));
    }
    // within itself nobody could tell an empty one from one that holds an empty one
    return type.getRawType() == Optional.class && !isOptional(arguments[0])
        ? new OptionalForm(of(arguments[0]))
        : new Refused(type);
  }

  private static boolean isOptional(Type type) {
    return type instanceof ParameterizedType generic && generic.getRawType() == Optional.class;
  }
}
