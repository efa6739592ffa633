package dev.primacy.testkit;

import dev.primacy.PrimaryOnly;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.lang.reflect.Method;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Notes guarded calls of beans, inside the guard: those it let in. */
@PrimaryOnly
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE + 1)
class RecordedCalls {
  private final TestNode node;

  @Inject
  RecordedCalls(TestNode node) {
    this.node = node;
  }

  @AroundInvoke
  @Nullable Object note(InvocationContext call) throws Exception {
    Method method = call.getMethod();
    String name = method.getDeclaringClass().getSimpleName() + "." + method.getName();
    return node.noted(group(method), name, call::proceed);
  }

  private String group(Method method) {
    return Optional.ofNullable(method.getAnnotation(PrimaryOnly.class))
        .or(() -> Optional.ofNullable(method.getDeclaringClass().getAnnotation(PrimaryOnly.class)))
        .map(PrimaryOnly::group)
        .filter(group -> !group.isEmpty())
        .orElseGet(node::defaultGroup);
  }
}
