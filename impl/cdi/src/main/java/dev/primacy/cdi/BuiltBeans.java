package dev.primacy.cdi;

import dev.primacy.FencingToken;
import dev.primacy.InGroup;
import dev.primacy.Membership;
import dev.primacy.PrimaryResource;
import dev.primacy.core.runtime.PrimacyRuntime;
import dev.primacy.event.Became;
import dev.primacy.event.ClusterWide;
import dev.primacy.event.ErrorOf;
import dev.primacy.event.EventId;
import dev.primacy.event.FromCluster;
import dev.primacy.event.Lost;
import dev.primacy.event.OfSeverity;
import dev.primacy.event.Origin;
import dev.primacy.event.OriginType;
import dev.primacy.event.Queue;
import dev.primacy.event.SubType;
import dev.primacy.event.TopicPattern;
import dev.primacy.event.View;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Default;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.build.compatible.spi.Parameters;
import jakarta.enterprise.inject.build.compatible.spi.SyntheticBeanCreator;
import jakarta.enterprise.inject.build.compatible.spi.SyntheticComponents;
import jakarta.inject.Singleton;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The beans of {@link BuiltIn}, where they are added when the application is built. */
final class BuiltBeans {
  /** Those of the API. */
  static final List<Class<? extends Annotation>> QUALIFIERS =
      List.of(
          InGroup.class,
          PrimaryResource.class,
          Became.class,
          Lost.class,
          EventId.class,
          View.class,
          ErrorOf.class,
          OfSeverity.class,
          ClusterWide.class,
          FromCluster.class,
          Queue.class,
          Origin.class,
          SubType.class,
          OriginType.class,
          TopicPattern.class);

  private static final String PART = "part";
  private static final String GROUP = "group";

  private final SyntheticComponents components;

  BuiltBeans(SyntheticComponents components) {
    this.components = components;
  }

  void publish(Findings found) {
    found.write(
        components
            .addBean(Deployment.class)
            .type(Deployment.class)
            .scope(Singleton.class)
            .createWith(DeploymentAtStart.class));
    parts();
    RuntimeParts.all().keySet().forEach(this::part);
    groups(found).forEach(this::view);
  }

  private void parts() {
    components
        .addBean(GuardRegistry.class)
        .type(GuardRegistry.class)
        .scope(ApplicationScoped.class)
        .createWith(Registry.class);
    components
        .addBean(PrimacyRuntime.class)
        .type(PrimacyRuntime.class)
        .scope(Dependent.class)
        .createWith(TheRuntime.class);
    components
        .addBean(ApplicationThreads.class)
        .type(ApplicationThreads.class)
        .scope(Dependent.class)
        .createWith(Threads.class);
  }

  private <T> void part(Class<T> type) {
    components
        .addBean(type)
        .type(type)
        .scope(ApplicationScoped.class)
        .withParam(PART, type)
        .createWith(Part.<T>type());
  }

  /** Those that are named where something is injected, and the default one. */
  private static Set<String> groups(Findings found) {
    Set<String> groups = new TreeSet<>(Set.of(""));
    found.places().forEach(words -> groups.add(PlaceOfType.parse(words).place().group()));
    return groups;
  }

  private void view(String group) {
    Annotation qualifier = group.isEmpty() ? Default.Literal.INSTANCE : InGroup.Literal.of(group);
    components
        .addBean(Membership.class)
        .type(Membership.class)
        .qualifier(qualifier)
        .scope(Dependent.class)
        .withParam(GROUP, group)
        .createWith(OfGroup.class);
    components
        .addBean(FencingToken.class)
        .type(FencingToken.class)
        .qualifier(qualifier)
        .scope(Dependent.class)
        .withParam(GROUP, group)
        .createWith(TokenOfGroup.class);
  }

  private static Deployment deployment(Instance<Object> lookup) {
    return lookup.select(Deployment.class).get();
  }

  /** The registry, for the container. */
  public static final class Registry implements SyntheticBeanCreator<GuardRegistry> {
    /** Made by the container. */
    public Registry() {}

    @Override
    public GuardRegistry create(Instance<Object> lookup, Parameters unused) {
      return deployment(lookup).registry();
    }
  }

  /** The runtime, for the container. */
  public static final class TheRuntime implements SyntheticBeanCreator<PrimacyRuntime> {
    /** Made by the container. */
    public TheRuntime() {}

    @Override
    public PrimacyRuntime create(Instance<Object> lookup, Parameters unused) {
      return deployment(lookup).runtime();
    }
  }

  /** The threads, for the container. */
  public static final class Threads implements SyntheticBeanCreator<ApplicationThreads> {
    /** Made by the container. */
    public Threads() {}

    @Override
    public ApplicationThreads create(Instance<Object> lookup, Parameters unused) {
      return deployment(lookup).threads();
    }
  }

  /**
   * A part of the runtime, for the container.
   *
   * @param <T> the type of the part
   */
  public static final class Part<T> implements SyntheticBeanCreator<T> {
    /** Made by the container. */
    public Part() {}

    @SuppressWarnings("unchecked") // one class makes all of them
    static <T> Class<Part<T>> type() {
      return (Class<Part<T>>) (Class<?>) Part.class;
    }

    @Override
    @SuppressWarnings("unchecked") // what the table says of a type is of it
    public T create(Instance<Object> lookup, Parameters which) {
      Class<?> type = which.get(PART, Class.class);
      return (T)
          Optional.ofNullable(RuntimeParts.all().get(type))
              .orElseThrow()
              .apply(deployment(lookup).runtime());
    }
  }

  /** The view of a group, for the container. */
  public static final class OfGroup implements SyntheticBeanCreator<Membership> {
    /** Made by the container. */
    public OfGroup() {}

    @Override
    public Membership create(Instance<Object> lookup, Parameters which) {
      PrimacyRuntime runtime = deployment(lookup).runtime();
      String group = named(runtime, which);
      return new InjectedMembership(group, runtime.membership(group));
    }

    static String named(PrimacyRuntime runtime, Parameters which) {
      String group = which.get(GROUP, String.class);
      return group.isEmpty() ? runtime.defaultGroup().orElseThrow() : group;
    }
  }

  /** The token of a group, for the container. */
  public static final class TokenOfGroup implements SyntheticBeanCreator<FencingToken> {
    /** Made by the container. */
    public TokenOfGroup() {}

    @Override
    public FencingToken create(Instance<Object> lookup, Parameters which) {
      PrimacyRuntime runtime = deployment(lookup).runtime();
      return runtime.membership(OfGroup.named(runtime, which)).requirePrimary();
    }
  }
}
