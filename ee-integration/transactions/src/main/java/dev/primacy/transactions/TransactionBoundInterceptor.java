package dev.primacy.transactions;

import dev.primacy.Fence;
import dev.primacy.PrimaryOnly;
import dev.primacy.cdi.CallScope;
import dev.primacy.cdi.GuardRegistry;
import dev.primacy.cdi.GuardedMethod;
import dev.primacy.core.gate.Admission;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.AroundTimeout;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Binds a guarded call to the transaction it runs in: the commit is refused unless the role under
 * which the call was let in stands until then. Just inside the guard, which is inside {@code
 * Transactional}; so a resource method that a filter guards is bound too, whose transaction begins
 * after the filter. Transactions that begin further inside are bound by {@link InnerTransaction}.
 *
 * @since 0.1
 */
@PrimaryOnly
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE + 10)
public class TransactionBoundInterceptor implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Client proxies, and so serializable along with the bean that is intercepted. */
  @SuppressWarnings("serial")
  private final GuardRegistry guards;

  @SuppressWarnings("serial")
  private final TransactionBinding binding;

  /**
   * Made by the container for each instance of a guarded bean.
   *
   * @param guards what guarded methods demand
   * @param binding what binds calls to transactions
   */
  @Inject
  public TransactionBoundInterceptor(GuardRegistry guards, TransactionBinding binding) {
    this.guards = guards;
    this.binding = binding;
  }

  /**
   * Binds the call, if it runs in a transaction, and lets it proceed.
   *
   * @param call the call of a business method or a timeout
   * @return what the method returned
   * @throws Exception what the method threw
   */
  @AroundInvoke
  @AroundTimeout
  public @Nullable Object bind(InvocationContext call) throws Exception {
    guards.find(call.getTarget().getClass(), call.getMethod()).ifPresent(this::bind);
    return call.proceed();
  }

  @SuppressWarnings("ReferenceEquality") // as STANDALONE is told from others
  private void bind(GuardedMethod guarded) {
    Admission admission = CallScope.outer(guarded.gate());
    if (admission == null) {
      // the guard around this one has not let it in
      throw guarded.gate().refuse(guarded.name());
    }
    boolean fenced = guarded.spec().fence() == Fence.TRANSACTION;
    if (!binding.bind() && fenced && admission != Admission.STANDALONE) {
      throw TransactionMessages.TEXT.noTransaction(guarded.name());
    }
  }
}
