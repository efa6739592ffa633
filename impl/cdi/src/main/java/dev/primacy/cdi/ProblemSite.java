package dev.primacy.cdi;

import dev.primacy.ReportProblems;
import dev.primacy.event.EventEnvelope;
import dev.primacy.event.ProblemReported;
import dev.primacy.event.ProblemSeverity;
import jakarta.interceptor.InvocationContext;
import java.lang.reflect.Method;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A method whose problems are told.
 *
 * @param method its name
 * @param origin of the events
 * @param severity of the problems
 */
record ProblemSite(String method, String origin, ProblemSeverity severity) {
  private static final int LONGEST_TRACE = 8_000;

  static ProblemSite of(InvocationContext call) {
    Class<?> type = TypeHierarchy.written(call.getTarget().getClass());
    Method method = call.getMethod();
    String name = MethodNames.of(type, method);
    ReportProblems said = method.getAnnotation(ReportProblems.class);
    return of(name, said == null ? type.getAnnotation(ReportProblems.class) : said);
  }

  /** A binding that came by a stereotype or an extension says nothing that could be found here. */
  private static ProblemSite of(String name, @Nullable ReportProblems said) {
    return said == null
        ? new ProblemSite(name, ReportProblems.PROBLEM, ProblemSeverity.ERROR)
        : new ProblemSite(name, said.origin(), said.severity());
  }

  ProblemReported report(Throwable problem) {
    EventEnvelope envelope = EventEnvelope.of(origin).withName(method);
    String says = Objects.requireNonNullElse(problem.getMessage(), "");
    return new ProblemReported(
        envelope, severity, problem.getClass().getName(), says, trace(problem));
  }

  private static String trace(Throwable problem) {
    StringBuilder trace = new StringBuilder();
    for (StackTraceElement frame : problem.getStackTrace()) {
      if (trace.length() > LONGEST_TRACE) {
        return trace.append("...").toString();
      }
      trace.append(frame).append('\n');
    }
    return trace.toString();
  }
}
