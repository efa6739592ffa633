package dev.primacy.engine.tck;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.junit.jupiter.api.extension.TestWatcher;
import org.opentest4j.TestAbortedException;

/** Runs the service of a contract class, gives each test a bench of its own, and keeps results. */
final class ContractExtension
    implements BeforeAllCallback,
        AfterAllCallback,
        AfterEachCallback,
        ParameterResolver,
        TestExecutionExceptionHandler,
        TestWatcher {
  private static final Namespace OURS = Namespace.create(ContractExtension.class);
  private static final String REMARK = "remark";

  @Override
  public void beforeAll(ExtensionContext context) throws Exception {
    EngineContract contract = (EngineContract) context.getRequiredTestInstance();
    RunningService running = new RunningService(contract.service());
    context.getStore(OURS).put(RunningService.class, running);
    context.getStore(OURS).put(Results.class, new Results());
    running.start();
  }

  @Override
  public void afterAll(ExtensionContext context) throws Exception {
    RunningService running = context.getStore(OURS).get(RunningService.class, RunningService.class);
    if (running != null) {
      running.close();
      results(context).write(context, running.service().name());
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == Bench.class || type == Election.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Bench bench = new Bench(running(context), Seeds.next());
    context.getStore(OURS).put(Bench.class, bench);
    if (parameter.getParameter().getType() == Bench.class) {
      return bench;
    }
    Election election = new Election(bench);
    context.getStore(OURS).put(Election.class, election);
    return election;
  }

  private static RunningService running(ExtensionContext context) {
    return requireNonNull(context.getStore(OURS).get(RunningService.class, RunningService.class));
  }

  private static Results results(ExtensionContext context) {
    return requireNonNull(context.getStore(OURS).get(Results.class, Results.class));
  }

  /** An election is judged at its very end, whatever the test was about. */
  @Override
  public void afterEach(ExtensionContext context) throws Exception {
    Election election = context.getStore(OURS).remove(Election.class, Election.class);
    Bench bench = context.getStore(OURS).remove(Bench.class, Bench.class);
    if (election != null) {
      election.close();
    }
    if (bench != null) {
      context.getStore(OURS).put(REMARK, bench.remark());
      bench.close();
    }
    if (election != null) {
      election.verify();
    }
  }

  @Override
  public void handleTestExecutionException(ExtensionContext context, Throwable failure)
      throws Throwable {
    Bench bench = context.getStore(OURS).get(Bench.class, Bench.class);
    if (bench != null && !(failure instanceof TestAbortedException)) {
      failure.addSuppressed(Seeds.note(bench.seed()));
    }
    throw failure;
  }

  @Override
  public void testSuccessful(ExtensionContext context) {
    results(context).passed(context, context.getStore(OURS).getOrDefault(REMARK, String.class, ""));
  }

  @Override
  public void testAborted(ExtensionContext context, @Nullable Throwable cause) {
    String reason = cause == null ? "" : String.valueOf(cause.getMessage());
    results(context).aborted(context, reason);
  }

  @Override
  public void testFailed(ExtensionContext context, @Nullable Throwable cause) {
    results(context).failed(context);
  }
}
