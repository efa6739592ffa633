package dev.primacy.cdi;

import dev.primacy.FencingToken;
import dev.primacy.core.gate.Admission;
import jakarta.interceptor.InvocationContext;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/**
 * Group and term of a guarded call in the logging context, around the method and on its thread
 * only: what was put there for a response that another thread makes could leak to the next request.
 */
final class LoggingContext {
  static final String GROUP = "primacy.group";
  static final String TERM = "primacy.term";

  private LoggingContext() {}

  static @Nullable Object proceed(InvocationContext call, String group, Admission admission)
      throws Exception {
    Object outerGroup = MDC.get(GROUP);
    Object outerTerm = MDC.get(TERM);
    FencingToken token = admission.token();
    try {
      set(GROUP, group);
      // one server without a cluster has none, and must not show that of a call around this one
      set(TERM, token == null ? null : Long.toString(token.term()));
      return call.proceed();
    } finally {
      set(TERM, outerTerm);
      set(GROUP, outerGroup);
    }
  }

  private static void set(String key, @Nullable Object value) {
    if (value == null) {
      MDC.remove(key);
    } else {
      MDC.put(key, value);
    }
  }
}
