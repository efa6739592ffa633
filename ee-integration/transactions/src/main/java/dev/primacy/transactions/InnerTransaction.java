package dev.primacy.transactions;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.io.Serializable;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/**
 * Binds the guarded calls around a {@code Transactional} method that is not guarded itself to the
 * transaction this one runs in: a commit inside a guarded call is checked, whoever begins the
 * transaction. Just inside the manager's own interceptor, whose priority the specification fixes;
 * one class for each binding under which a method may be in a transaction.
 */
abstract class InnerTransaction implements Serializable {
  private static final long serialVersionUID = 1L;

  /** One step inside {@code Transactional}. */
  private static final int INSIDE = Interceptor.Priority.PLATFORM_BEFORE + 201;

  /** A client proxy, and so serializable along with the bean that is intercepted. */
  @SuppressWarnings("serial")
  @Inject
  TransactionBinding binding;

  @AroundInvoke
  @Nullable Object bind(InvocationContext call) throws Exception {
    if (binding.isWithinGuardedCall() && !binding.bind()) {
      refuse(call.getMethod());
    }
    return call.proceed();
  }

  /** A transaction should have begun. */
  void refuse(Method method) {
    binding.refuseUnbound(method);
  }

  @Interceptor
  @Transactional(TxType.REQUIRED)
  @Priority(INSIDE)
  static class Required extends InnerTransaction {
    private static final long serialVersionUID = 1L;
  }

  @Interceptor
  @Transactional(TxType.REQUIRES_NEW)
  @Priority(INSIDE)
  static class RequiresNew extends InnerTransaction {
    private static final long serialVersionUID = 1L;
  }

  @Interceptor
  @Transactional(TxType.MANDATORY)
  @Priority(INSIDE)
  static class Mandatory extends InnerTransaction {
    private static final long serialVersionUID = 1L;
  }

  /** With or without one, as its caller. */
  @Interceptor
  @Transactional(TxType.SUPPORTS)
  @Priority(INSIDE)
  static class Supports extends InnerTransaction {
    private static final long serialVersionUID = 1L;

    @Override
    void refuse(Method method) {
      // nothing is to be committed
    }
  }
}
