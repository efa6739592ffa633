package dev.primacy.cdi;

import static dev.primacy.cdi.CdiLog.LOG;

import dev.primacy.NotPrimaryException;
import dev.primacy.OutcomeUnknownException;
import dev.primacy.ReportProblems;
import dev.primacy.core.runtime.PrimacyRuntime;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.AroundTimeout;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.io.Serializable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Tells observers what methods throw. Outside of transactions, which stand at {@code
 * PLATFORM_BEFORE + 200}, and of guards: what is swallowed within a transaction would be committed.
 *
 * @since 0.1
 */
@ReportProblems
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 100)
public class ReportProblemsInterceptor implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Of the container, which may serialize it along with the bean that is intercepted. */
  @SuppressWarnings("serial")
  private final Instance<PrimacyRuntime> runtime;

  /**
   * Made by the container for each instance of such a bean.
   *
   * @param runtime tells observers
   */
  @Inject
  public ReportProblemsInterceptor(Instance<PrimacyRuntime> runtime) {
    this.runtime = runtime;
  }

  /**
   * Calls, and tells what is thrown.
   *
   * @param call the call of a business method or a timeout
   * @return what the method returned; nothing if it returns nothing and failed
   * @throws Exception what the method threw, if it would return something or it is not to be told
   */
  @AroundInvoke
  @AroundTimeout
  public @Nullable Object report(InvocationContext call) throws Exception {
    try {
      Object result = call.proceed();
      if (result instanceof CompletionStage<?> stage) {
        follow(stage, ProblemSite.of(call));
      }
      return result;
    } catch (InterruptedException | NotPrimaryException | OutcomeUnknownException notItsProblem) {
      throw notItsProblem;
    } catch (Exception problem) {
      ProblemSite site = ProblemSite.of(call);
      boolean told = tell(site, problem);
      if (call.getMethod().getReturnType() != void.class) {
        throw problem;
      }
      if (!told) {
        LOG.problemToldToNobody(problem, site.method());
      }
      return null;
    }
  }

  private void follow(CompletionStage<?> stage, ProblemSite site) {
    stage.whenComplete(
        (value, failure) -> {
          Throwable problem = failure instanceof CompletionException ? failure.getCause() : failure;
          if (problem instanceof Exception
              && !(problem instanceof NotPrimaryException)
              && !(problem instanceof OutcomeUnknownException)) {
            tell(site, problem);
          }
        });
  }

  private boolean tell(ProblemSite site, Throwable problem) {
    return runtime.get().tell(site.report(problem));
  }
}
