package dev.primacy.cdi;

import dev.primacy.FencingToken;
import dev.primacy.InGroup;
import dev.primacy.Membership;
import dev.primacy.core.runtime.PrimacyRuntime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Default;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import java.lang.annotation.Annotation;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The beans that Primacy itself offers to the application and to its own modules. */
final class BuiltIn {
  private final Deployment deployment;
  private final AfterBeanDiscovery event;

  BuiltIn(Deployment deployment, AfterBeanDiscovery event) {
    this.deployment = deployment;
    this.event = event;
  }

  void publish(Set<String> groups, Optional<String> defaultGroup) {
    groups.forEach(group -> view(group, InGroup.Literal.of(group)));
    defaultGroup.ifPresent(group -> view(group, Default.Literal.INSTANCE));
  }

  /** What is there whatever is configured. */
  void publish() {
    event
        .<GuardRegistry>addBean()
        .id(GuardRegistry.class.getName())
        // OpenWebBeans would make the proxy from Object, were that among the types
        .types(GuardRegistry.class)
        // a client proxy, which may be serialized with an interceptor
        .scope(ApplicationScoped.class)
        .createWith(context -> deployment.registry());
    RuntimeParts.all().forEach(this::offer);
    threads();
    inside();
  }

  /** For Primacy's own modules. */
  private void inside() {
    event
        .<PrimacyRuntime>addBean()
        .id(PrimacyRuntime.class.getName())
        .types(PrimacyRuntime.class, Object.class)
        .scope(Dependent.class)
        .createWith(context -> deployment.runtime());
    event
        .<Deployment>addBean()
        .id(Deployment.class.getName())
        .types(Deployment.class, Object.class)
        .scope(Dependent.class)
        .createWith(context -> deployment);
  }

  private void threads() {
    event
        .<ApplicationThreads>addBean()
        .id(ApplicationThreads.class.getName())
        .types(ApplicationThreads.class)
        .scope(Dependent.class)
        .createWith(context -> deployment.threads());
  }

  /** A client proxy, so that beans that are passivated may hold it. */
  private void offer(Class<?> type, Function<PrimacyRuntime, ?> part) {
    event
        .addBean()
        .id(type.getName())
        .types(type)
        .scope(ApplicationScoped.class)
        .createWith(context -> part.apply(deployment.runtime()));
  }

  private void view(String group, Annotation qualifier) {
    event
        .<Membership>addBean()
        .id(Membership.class.getName() + qualifier)
        .types(Membership.class, Object.class)
        .qualifiers(qualifier, Any.Literal.INSTANCE)
        .scope(Dependent.class)
        .createWith(
            context -> new InjectedMembership(group, deployment.runtime().membership(group)));
    event
        .<FencingToken>addBean()
        .id(FencingToken.class.getName() + qualifier)
        .types(FencingToken.class, Object.class)
        .qualifiers(qualifier, Any.Literal.INSTANCE)
        .scope(Dependent.class)
        .createWith(context -> deployment.runtime().membership(group).requirePrimary());
  }
}
