package dev.primacy.cdi;

import dev.primacy.AnyRole;
import dev.primacy.PrimaryOnly;
import dev.primacy.PrimaryResource;
import dev.primacy.PrimarySchedule;
import dev.primacy.ReportProblems;
import dev.primacy.control.SecondaryInitializer;
import dev.primacy.watch.NodeView;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.build.compatible.spi.BeanInfo;
import jakarta.enterprise.inject.build.compatible.spi.BuildCompatibleExtension;
import jakarta.enterprise.inject.build.compatible.spi.ClassConfig;
import jakarta.enterprise.inject.build.compatible.spi.Discovery;
import jakarta.enterprise.inject.build.compatible.spi.Enhancement;
import jakarta.enterprise.inject.build.compatible.spi.Messages;
import jakarta.enterprise.inject.build.compatible.spi.MetaAnnotations;
import jakarta.enterprise.inject.build.compatible.spi.ObserverInfo;
import jakarta.enterprise.inject.build.compatible.spi.Registration;
import jakarta.enterprise.inject.build.compatible.spi.SkipIfPortableExtensionPresent;
import jakarta.enterprise.inject.build.compatible.spi.Synthesis;
import jakarta.enterprise.inject.build.compatible.spi.SyntheticComponents;
import jakarta.enterprise.inject.build.compatible.spi.Validation;
import jakarta.enterprise.lang.model.declarations.ClassInfo;
import org.jspecify.annotations.Nullable;

/**
 * The table of contents for containers that deploy an application when it is built, such as
 * Quarkus: what {@link PrimacyExtension} looks at elsewhere.
 *
 * @since 0.1
 */
@SkipIfPortableExtensionPresent(PrimacyExtension.class)
public class PrimacyBuildExtension implements BuildCompatibleExtension {
  // made when it is needed: a container makes this class before it finds that it is to be skipped
  private @Nullable BuildTime build;

  /** Made by the container. */
  public PrimacyBuildExtension() {}

  private BuildTime build() {
    BuildTime known = build;
    if (known == null) {
      known = new BuildTime();
      build = known;
    }
    return known;
  }

  /**
   * Names the qualifiers and bindings, which are in a library without beans.
   *
   * @param meta is told of them
   */
  @Discovery
  public void qualifiers(MetaAnnotations meta) {
    BuiltBeans.QUALIFIERS.forEach(meta::addQualifier);
    meta.addInterceptorBinding(PrimaryOnly.class);
    meta.addInterceptorBinding(ReportProblems.class);
  }

  /**
   * Has it start with the application, and not with the context that is there before.
   *
   * @param lifecycle what starts it
   */
  @Enhancement(types = PrimacyLifecycle.class)
  public void startLate(ClassConfig lifecycle) {
    lifecycle.methods().stream()
        .filter(method -> method.info().name().equals("initialized"))
        .flatMap(method -> method.parameters().stream())
        .forEach(event -> event.removeAnnotation(a -> a.name().equals(Observes.class.getName())));
  }

  /**
   * Sees guards.
   *
   * @param type a class that carries one
   */
  @Enhancement(types = Object.class, withSubtypes = true, withAnnotations = PrimaryOnly.class)
  public void seeGuards(ClassInfo type) {
    build().carries(type);
  }

  /**
   * Sees what is left out of the default guard.
   *
   * @param type a class that carries the annotation
   */
  @Enhancement(types = Object.class, withSubtypes = true, withAnnotations = AnyRole.class)
  public void seeAnyRole(ClassInfo type) {
    build().anyRole(type);
  }

  /**
   * Sees where problems are reported.
   *
   * @param type a class that carries the annotation
   */
  @Enhancement(types = Object.class, withSubtypes = true, withAnnotations = ReportProblems.class)
  public void seeReported(ClassInfo type) {
    build().reported(type);
  }

  /**
   * Refuses resources of roles.
   *
   * @param type a class that carries the annotation
   */
  @Enhancement(types = Object.class, withSubtypes = true, withAnnotations = PrimaryResource.class)
  public void refuseResources(ClassInfo type) {
    build().refuse(BuildMessages.TEXT.noRoleResource(type.name()));
  }

  /**
   * Sees schedules.
   *
   * @param type a class that carries some
   */
  @Enhancement(types = Object.class, withSubtypes = true, withAnnotations = PrimarySchedule.class)
  public void seeSchedules(ClassInfo type) {
    build().schedules(type);
  }

  /**
   * Keeps what is looked up: a container may leave out what nobody has injected.
   *
   * @param type describes a view
   */
  @Enhancement(types = NodeView.class, withSubtypes = true)
  public void keepViews(ClassConfig type) {
    BuildTime.keep(type);
  }

  /**
   * Keeps it, too.
   *
   * @param type copies the state of primaries
   */
  @Enhancement(types = SecondaryInitializer.class, withSubtypes = true)
  public void keepInitializers(ClassConfig type) {
    BuildTime.keep(type);
  }

  /**
   * Sees beans, and what they have injected.
   *
   * @param bean a bean
   */
  @Registration(types = Object.class)
  public void seeBean(BeanInfo bean) {
    build().bean(bean);
  }

  /**
   * Sees observers.
   *
   * @param observer an observer
   */
  @Registration(types = Object.class)
  public void seeObserver(ObserverInfo observer) {
    build().observer(observer);
  }

  /**
   * Adds what may be injected.
   *
   * @param components are added to
   */
  @Synthesis
  public void publish(SyntheticComponents components) {
    new BuiltBeans(components).publish(build().found());
  }

  /**
   * Fails the build for what is wrong whatever is configured.
   *
   * @param messages take it
   */
  @Validation
  public void validate(Messages messages) {
    build().problems().forEach(messages::error);
  }
}
