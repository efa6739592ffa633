package dev.primacy.cdi;

import jakarta.enterprise.inject.spi.AnnotatedMethod;
import jakarta.enterprise.inject.spi.ObserverMethod;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

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

  /** Of an observer; its class alone if it is not of a method. */
  static String of(ObserverMethod<?> observer, @Nullable AnnotatedMethod<?> method) {
    Class<?> type = observer.getBeanClass();
    return method == null ? type.getName() : of(type, method.getJavaMember());
  }
}
