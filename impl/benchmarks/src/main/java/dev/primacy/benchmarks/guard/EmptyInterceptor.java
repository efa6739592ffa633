package dev.primacy.benchmarks.guard;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

/** The floor: what the container itself takes for an interceptor. */
@Empty
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
public class EmptyInterceptor {

  @AroundInvoke
  Object proceed(InvocationContext call) throws Exception {
    return call.proceed();
  }
}
