package dev.primacy.cdi;

import dev.primacy.AnyRole;
import dev.primacy.PrimaryOnly;
import dev.primacy.PrimaryResource;
import dev.primacy.PrimarySchedule;
import dev.primacy.ReportProblems;
import dev.primacy.core.runtime.RuntimeSetup;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.AfterDeploymentValidation;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.BeforeBeanDiscovery;
import jakarta.enterprise.inject.spi.BeforeShutdown;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.ProcessInjectionPoint;
import jakarta.enterprise.inject.spi.ProcessManagedBean;
import jakarta.enterprise.inject.spi.ProcessObserverMethod;
import jakarta.enterprise.inject.spi.ProcessProducer;
import jakarta.enterprise.inject.spi.ProcessProducerField;
import jakarta.enterprise.inject.spi.ProcessProducerMethod;
import jakarta.enterprise.inject.spi.ProcessSyntheticBean;
import jakarta.enterprise.inject.spi.WithAnnotations;
import java.util.function.UnaryOperator;

/**
 * The table of contents: what Primacy looks at while an application is deployed, and who does the
 * work. Adds no types and starts nothing; {@link PrimacyLifecycle} does that.
 *
 * @since 0.1
 */
public class PrimacyExtension implements Extension {
  private final Deployment deployment;

  /** Made by the container. */
  public PrimacyExtension() {
    this(UnaryOperator.identity());
  }

  /**
   * Made by whoever puts a container together by hand, such as a test: with clocks, threads,
   * settings or engines of its own.
   *
   * @param changes gets the setup of the runtime as it would be, on the deploying thread, and
   *     returns what is used instead; may be asked more than once
   */
  public PrimacyExtension(UnaryOperator<RuntimeSetup> changes) {
    deployment = new Deployment(changes);
  }

  void begin(@Observes BeforeBeanDiscovery event, BeanManager beans) {
    deployment.begin(beans);
  }

  void see(@Observes @WithAnnotations(PrimaryOnly.class) ProcessAnnotatedType<?> event) {
    deployment.types().see(event.getAnnotatedType());
    deployment.guards().collectConsumer(event.getAnnotatedType());
  }

  void seeAnyRole(@Observes @WithAnnotations(AnyRole.class) ProcessAnnotatedType<?> event) {
    deployment.anyRoles().see(event.getAnnotatedType());
  }

  void seeResources(
      @Observes @WithAnnotations(PrimaryResource.class) ProcessAnnotatedType<?> event) {
    deployment.resources().see(event.getAnnotatedType());
  }

  <T, X> void producer(@Observes ProcessProducer<T, X> event) {
    deployment.resources().replace(event);
  }

  void produced(@Observes ProcessProducerMethod<?, ?> event) {
    deployment.announced().see(event.getBean());
    deployment.resources().check(event);
  }

  void produced(@Observes ProcessProducerField<?, ?> event) {
    deployment.announced().see(event.getBean());
  }

  void added(@Observes ProcessSyntheticBean<?> event) {
    deployment.announced().see(event.getBean());
  }

  void seeSchedules(
      @Observes @WithAnnotations(PrimarySchedule.class) ProcessAnnotatedType<?> event) {
    deployment.schedules().see(event.getAnnotatedType());
  }

  void collect(@Observes ProcessManagedBean<?> event) {
    deployment.announced().see(event.getBean());
    deployment.types().isBean(event.getBean().getBeanClass());
    deployment.initializers().see(event.getBean().getBeanClass());
    deployment.guards().collect(event.getAnnotatedBeanClass());
    deployment.schedules().collect(event.getAnnotatedBeanClass());
  }

  <T> void isolate(@Observes ProcessObserverMethod<T, ?> event) {
    deployment.views().see(event.getObserverMethod(), event.getAnnotatedMethod());
    deployment.clusterEvents().see(event.getObserverMethod(), event.getAnnotatedMethod());
    deployment.errors().see(event.getObserverMethod(), event.getAnnotatedMethod());
    deployment.observers().isolate(event);
  }

  void inject(@Observes ProcessInjectionPoint<?, ?> event) {
    deployment.injected().see(event.getInjectionPoint());
  }

  void seeReported(@Observes @WithAnnotations(ReportProblems.class) ProcessAnnotatedType<?> event) {
    deployment.reported().see(event.getAnnotatedType());
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

  void end(@Observes BeforeShutdown event) {
    deployment.end();
  }
}
