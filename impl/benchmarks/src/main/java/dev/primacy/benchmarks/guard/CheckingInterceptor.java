package dev.primacy.benchmarks.guard;

import dev.primacy.core.gate.Gate;
import dev.primacy.core.runtime.PrimacyRuntime;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

/** The check by itself, without the count of calls in flight and the exit check. */
@Checked
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
public class CheckingInterceptor {
  private final Gate gate;

  @Inject
  CheckingInterceptor(PrimacyRuntime runtime) {
    gate = runtime.gate(runtime.defaultGroup().orElseThrow());
  }

  @AroundInvoke
  Object check(InvocationContext call) throws Exception {
    if (gate.check(0) == null) {
      throw new IllegalStateException("the role was lost while measuring");
    }
    return call.proceed();
  }
}
