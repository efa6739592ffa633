package dev.primacy.schedule;

import dev.primacy.Firing;
import dev.primacy.cdi.CallScope;
import dev.primacy.cdi.GuardedMethod;
import dev.primacy.core.gate.Admission;
import dev.primacy.core.gate.Gate;
import dev.primacy.core.schedule.ScheduledWork;
import jakarta.enterprise.context.control.RequestContextController;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

/**
 * Calls a scheduled method as the application would: through the bean's proxy and interceptors, in
 * a request context of its own, within a call that was let in, so that guarded calls it makes may
 * be finished while the gate drains.
 */
final class BeanWork implements ScheduledWork {
  private final ScheduledMethod scheduled;
  private final Object bean;
  private final GuardedMethod guarded;
  private final RequestContextController request;

  BeanWork(ScheduledMethod scheduled, Object bean, Gate gate, RequestContextController request) {
    this.scheduled = scheduled;
    this.bean = bean;
    this.guarded =
        GuardedMethod.scheduled(scheduled.bean().getBeanClass(), scheduled.method(), gate);
    this.request = request;
    scheduled.method().setAccessible(true);
  }

  @Override
  public void run(Firing firing, Admission admission) throws Exception {
    boolean activated = request.activate();
    try {
      CallScope.within(guarded, admission, () -> call(firing));
    } finally {
      if (activated) {
        request.deactivate();
      }
    }
  }

  private void call(Firing firing) throws Exception {
    Method method = scheduled.method();
    Object[] arguments = scheduled.takesFiring() ? new Object[] {firing} : new Object[0];
    try {
      method.invoke(bean, arguments);
    } catch (InvocationTargetException thrown) {
      Throwable cause = thrown.getCause();
      if (cause instanceof Error error) {
        throw error;
      }
      throw cause instanceof Exception exception ? exception : thrown;
    } catch (IllegalAccessException defect) {
      throw ScheduleMessages.TEXT.notCalled(scheduled.name());
    }
  }
}
