package dev.primacy.cdi;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Names of methods for messages. */
final class MethodNames {
  private MethodNames() {}

  /** For example {@code com.acme.Ledger.post(Order)}. */
  static String of(Class<?> type, Method method) {
    return type.getName()
        + "."
        + method.getName()
        + Arrays.stream(method.getParameterTypes())
            .map(Class::getSimpleName)
            .collect(Collectors.joining(", ", "(", ")"));
  }
}
