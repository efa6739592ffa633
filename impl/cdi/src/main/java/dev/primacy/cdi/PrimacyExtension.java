package dev.primacy.cdi;

import dev.primacy.FencingToken;
import dev.primacy.Groups;
import dev.primacy.Membership;
import dev.primacy.PrimaryOnly;
import dev.primacy.PrimarySchedule;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.AfterDeploymentValidation;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.BeforeBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.ProcessInjectionPoint;
import jakarta.enterprise.inject.spi.ProcessManagedBean;
import jakarta.enterprise.inject.spi.ProcessObserverMethod;
import jakarta.enterprise.inject.spi.WithAnnotations;

/**
 * The table of contents: what Primacy looks at while an application is deployed, and who does the
 * work. Adds no types and starts nothing; {@link PrimacyLifecycle} does that.
 *
 * @since 0.1
 */
public class PrimacyExtension implements Extension {
  private final Deployment deployment = new Deployment();

  /** Made by the container. */
  public PrimacyExtension() {}

  void begin(@Observes BeforeBeanDiscovery event, BeanManager beans) {
    deployment.begin(beans);
  }

  void see(@Observes @WithAnnotations(PrimaryOnly.class) ProcessAnnotatedType<?> event) {
    deployment.types().see(event.getAnnotatedType());
    deployment.guards().collectConsumer(event.getAnnotatedType());
  }

  void seeSchedules(
      @Observes @WithAnnotations(PrimarySchedule.class) ProcessAnnotatedType<?> event) {
    deployment.schedules().see(event.getAnnotatedType());
  }

  void collect(@Observes ProcessManagedBean<?> event) {
    deployment.types().isBean(event.getBean().getBeanClass());
    deployment.guards().collect(event.getAnnotatedBeanClass());
    deployment.schedules().collect(event.getAnnotatedBeanClass());
  }

  <T> void isolate(@Observes ProcessObserverMethod<T, ?> event) {
    deployment.observers().isolate(event);
  }

  void membership(@Observes ProcessInjectionPoint<?, Membership> event) {
    deployment.injections().membership(event.getInjectionPoint());
  }

  void memberships(@Observes ProcessInjectionPoint<?, Instance<Membership>> event) {
    deployment.injections().lookup(event.getInjectionPoint());
  }

  void token(@Observes ProcessInjectionPoint<?, FencingToken> event) {
    deployment.injections().token(event.getInjectionPoint());
  }

  void tokens(@Observes ProcessInjectionPoint<?, Instance<FencingToken>> event) {
    deployment.injections().lookup(event.getInjectionPoint());
  }

  void groups(@Observes ProcessInjectionPoint<?, Groups> event) {
    deployment.injections().groups();
  }

  void groupsLookedUp(@Observes ProcessInjectionPoint<?, Instance<Groups>> event) {
    deployment.injections().groups();
  }

  void publish(@Observes AfterBeanDiscovery event) {
    deployment.configure();
    deployment.problems().forEach(event::addDefinitionError);
    deployment.publish(event);
  }

  void validate(@Observes AfterDeploymentValidation event, BeanManager beans) {
    deployment.freeze(beans);
    deployment.problems().forEach(event::addDeploymentProblem);
  }
}
