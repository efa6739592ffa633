package dev.primacy.cdi;

import dev.primacy.AnyRole;
import dev.primacy.FencingToken;
import dev.primacy.Groups;
import dev.primacy.Membership;
import dev.primacy.PrimaryOnly;
import dev.primacy.PrimaryResource;
import dev.primacy.PrimarySchedule;
import dev.primacy.ReportProblems;
import dev.primacy.RoleEvents;
import dev.primacy.control.Alarms;
import dev.primacy.control.ClusterControl;
import dev.primacy.control.GroupAdmin;
import dev.primacy.history.EventHistory;
import dev.primacy.messaging.EventPublisher;
import dev.primacy.watch.ClusterMonitors;
import dev.primacy.watch.NodeWatch;
import jakarta.enterprise.event.Event;
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
import jakarta.enterprise.inject.spi.ProcessProducer;
import jakarta.enterprise.inject.spi.ProcessProducerMethod;
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
    deployment.resources().check(event);
  }

  void seeSchedules(
      @Observes @WithAnnotations(PrimarySchedule.class) ProcessAnnotatedType<?> event) {
    deployment.schedules().see(event.getAnnotatedType());
  }

  void collect(@Observes ProcessManagedBean<?> event) {
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

  void membership(@Observes ProcessInjectionPoint<?, Membership> event) {
    deployment.injections().membership(InjectedPlace.of(event.getInjectionPoint()));
  }

  void memberships(@Observes ProcessInjectionPoint<?, Instance<Membership>> event) {
    deployment.injections().lookup(InjectedPlace.of(event.getInjectionPoint()));
  }

  void token(@Observes ProcessInjectionPoint<?, FencingToken> event) {
    deployment.injections().token(InjectedPlace.of(event.getInjectionPoint()));
  }

  void tokens(@Observes ProcessInjectionPoint<?, Instance<FencingToken>> event) {
    deployment.injections().lookup(InjectedPlace.of(event.getInjectionPoint()));
  }

  void published(@Observes ProcessInjectionPoint<?, ? extends Event<?>> event) {
    deployment.clusterEvents().see(event.getInjectionPoint());
  }

  void publishers(@Observes ProcessInjectionPoint<?, ? extends EventPublisher<?>> event) {
    deployment.publishers().see(event.getInjectionPoint());
  }

  void publishersLookedUp(@Observes ProcessInjectionPoint<?, ? extends Instance<?>> event) {
    deployment.publishers().see(event.getInjectionPoint());
  }

  void seeReported(@Observes @WithAnnotations(ReportProblems.class) ProcessAnnotatedType<?> event) {
    deployment.reported().see(event.getAnnotatedType());
  }

  void groups(@Observes ProcessInjectionPoint<?, Groups> event) {
    deployment.injections().groups();
  }

  void groupsLookedUp(@Observes ProcessInjectionPoint<?, Instance<Groups>> event) {
    deployment.injections().groups();
  }

  void roleEvents(@Observes ProcessInjectionPoint<?, RoleEvents> event) {
    deployment.injections().operates();
  }

  void roleEventsLookedUp(@Observes ProcessInjectionPoint<?, Instance<RoleEvents>> event) {
    deployment.injections().operates();
  }

  void history(@Observes ProcessInjectionPoint<?, EventHistory> event) {
    deployment.injections().operates();
  }

  void historyLookedUp(@Observes ProcessInjectionPoint<?, Instance<EventHistory>> event) {
    deployment.injections().operates();
  }

  void alarms(@Observes ProcessInjectionPoint<?, Alarms> event) {
    deployment.injections().operates();
  }

  void alarmsLookedUp(@Observes ProcessInjectionPoint<?, Instance<Alarms>> event) {
    deployment.injections().operates();
  }

  void control(@Observes ProcessInjectionPoint<?, ClusterControl> event) {
    deployment.injections().operates();
  }

  void controlLookedUp(@Observes ProcessInjectionPoint<?, Instance<ClusterControl>> event) {
    deployment.injections().operates();
  }

  void groupAdmin(@Observes ProcessInjectionPoint<?, GroupAdmin> event) {
    deployment.injections().groups();
  }

  void groupAdminLookedUp(@Observes ProcessInjectionPoint<?, Instance<GroupAdmin>> event) {
    deployment.injections().groups();
  }

  void nodeWatch(@Observes ProcessInjectionPoint<?, NodeWatch> event) {
    deployment.injections().operates();
  }

  void nodeWatchLookedUp(@Observes ProcessInjectionPoint<?, Instance<NodeWatch>> event) {
    deployment.injections().operates();
  }

  void monitors(@Observes ProcessInjectionPoint<?, ClusterMonitors> event) {
    deployment.injections().operates();
  }

  void monitorsLookedUp(@Observes ProcessInjectionPoint<?, Instance<ClusterMonitors>> event) {
    deployment.injections().operates();
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
