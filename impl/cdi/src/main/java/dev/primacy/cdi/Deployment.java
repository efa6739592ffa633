package dev.primacy.cdi;

import dev.primacy.core.runtime.PrimacyRuntime;
import dev.primacy.core.runtime.PrimacyRuntimes;
import dev.primacy.core.runtime.PrimacyStartException;
import dev.primacy.core.runtime.RuntimeSetup;
import dev.primacy.core.runtime.Usage;
import dev.primacy.core.settings.SettingsSource;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.DeploymentException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One deployment of one application, from the first look at it until everything is validated. Used
 * by the deploying thread only; what it makes is safe on any.
 */
final class Deployment {
  private final Definitions definitions = new Definitions();
  private final GuardAnnotations annotations = new GuardAnnotations(definitions::of);
  private final GuardLookup lookup = new GuardLookup(annotations);
  private final GuardedBeans guards = new GuardedBeans(annotations, lookup);
  private final GuardedTypes types = new GuardedTypes();
  private final ScheduledBeans schedules = new ScheduledBeans();
  private final AnnouncedBeans announced = new AnnouncedBeans();
  private final Injections injections = new Injections();
  private final AsyncRounds rounds = new AsyncRounds();
  private final Observers observers =
      new Observers(rounds, new GuardedObservers(lookup, this::registry));
  private final ObservedViews views = new ObservedViews();
  private final ObservedErrors errors = new ObservedErrors();
  private final ClusterEvents clusterEvents = new ClusterEvents();
  private final PublisherPoints publishers = new PublisherPoints(clusterEvents);
  private final InjectedThings injected = new InjectedThings(injections, clusterEvents, publishers);
  private final ReportedProblems reported = new ReportedProblems();
  private final AnyRoles anyRoles = new AnyRoles();
  private final PrimaryResources resources = new PrimaryResources();
  private final Initializers initializers = new Initializers(definitions::container, announced);
  private final EventBridge bridge = new EventBridge(rounds, observers::hear, resources);
  private final ContainerThreads threads = new ContainerThreads();
  private final List<RuntimeException> problems = new ArrayList<>();
  private final UnaryOperator<RuntimeSetup> changes;

  private Telling.Way way = Telling::byContainer;
  private Usage usage = Usage.NONE;
  private Runnable release = () -> {};
  private @Nullable PrimacyRuntime runtime;
  private @Nullable Guards registry;

  /**
   * Begins.
   *
   * @param changes what is different from the usual setup
   */
  Deployment(UnaryOperator<RuntimeSetup> changes) {
    this.changes = changes;
  }

  void begin(BeanManager beans) {
    definitions.use(beans);
  }

  /** Without a container yet, or with one that keeps its own model to itself. */
  void reflect() {
    definitions.reflect();
    way = DirectTelling::of;
  }

  Telling.Way way() {
    return way;
  }

  GuardedBeans guards() {
    return guards;
  }

  GuardedTypes types() {
    return types;
  }

  AnnouncedBeans announced() {
    return announced;
  }

  ScheduledBeans schedules() {
    return schedules;
  }

  Injections injections() {
    return injections;
  }

  InjectedThings injected() {
    return injected;
  }

  Observers observers() {
    return observers;
  }

  ObservedViews views() {
    return views;
  }

  ObservedErrors errors() {
    return errors;
  }

  ClusterEvents clusterEvents() {
    return clusterEvents;
  }

  ReportedProblems reported() {
    return reported;
  }

  AnyRoles anyRoles() {
    return anyRoles;
  }

  PrimaryResources resources() {
    return resources;
  }

  Initializers initializers() {
    return initializers;
  }

  EventBridge bridge() {
    return bridge;
  }

  ContainerThreads threads() {
    return threads;
  }

  /** What was found wrong since the last time this was asked. */
  List<RuntimeException> problems() {
    problems.addAll(guards.problems());
    problems.addAll(anyRoles.problems());
    problems.addAll(resources.problems());
    problems.addAll(clusterEvents.problems());
    problems.addAll(publishers.problems());
    problems.addAll(reported.problems());
    List<RuntimeException> found = List.copyOf(problems);
    problems.clear();
    return found;
  }

  /** All discovered beans were seen: reads the settings, and checks what was seen against them. */
  void configure() {
    usage = usage();
    runtime = create(usage);
    if (runtime != null) {
      check(runtime);
    }
  }

  void publish(AfterBeanDiscovery event) {
    BuiltIn beans = new BuiltIn(this, event);
    beans.publish();
    if (runtime != null) {
      beans.publish(runtime.groups(), runtime.defaultGroup());
    }
  }

  /** Everything is known now, also what other extensions added after {@link #configure}. */
  void freeze(BeanManager beans) {
    boolean initialized = initializers.changed();
    if (initialized || !usage().equals(usage)) {
      configure();
    }
    problems.addAll(initializers.problems());
    problems.addAll(views.freeze(beans, announced));
    problems.addAll(errors.problems());
    resources.kept(beans, announced).forEach(problems::add);
    Enforceability enforceability = Enforceability.of(beans, announced);
    problems.addAll(enforceability.problems(guards, types));
    problems.addAll(schedules.problems(announced.has(ScheduleRunner.class, beans)));
    if (runtime != null && problems.isEmpty()) {
      GuardDefaults defaults = GuardDefaults.of(runtime.settings().values());
      Guards frozen = new Guards(lookup, runtime, defaults);
      guards.all().forEach(guard -> guard.register(frozen));
      resources.freeze(beans, runtime::gate, runtime.defaultGroup());
      registry = frozen;
    }
  }

  private Usage usage() {
    boolean heard = observers.any() || views.any() || clusterEvents.any();
    boolean seen = heard || injections.any() || types.hasResourceGuard() || resources.any();
    boolean guarded = guards.any() || types.any() || schedules.any() || DefaultGuard.isWanted();
    return new Usage(guarded, seen, injections.joins());
  }

  private @Nullable PrimacyRuntime create(Usage wanted) {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    SettingsSource found = SettingsSources.find();
    release = () -> SettingsSources.release(found);
    try {
      RuntimeSetup setup =
          RuntimeSetup.of(ApplicationName.find())
              .withSource(found)
              .withEngines(PrimacyRuntimes.engines(loader))
              .withUsage(wanted)
              .withMessaging(clusterEvents.setup())
              .withSink(bridge)
              .withThreads(threads)
              .withCalls(new ThreadsInCalls());
      return PrimacyRuntimes.create(
          changes.apply(initializers.found().map(setup::withInitializer).orElse(setup)));
    } catch (PrimacyStartException wrong) {
      problems.add(new DeploymentException(wrong.getMessage(), wrong));
      return null;
    }
  }

  private void check(PrimacyRuntime configured) {
    problems.addAll(guards.problems(configured.groups(), configured.defaultGroup()));
    problems.addAll(injections.problems(configured.groups(), configured.defaultGroup()));
    schedules.problems(configured.groups(), configured.defaultGroup()).forEach(problems::add);
    resources.problems(configured.groups(), configured.defaultGroup()).forEach(problems::add);
    if (GuardDefaults.of(configured.settings().values()).guarded()) {
      checkDefault(configured);
    }
  }

  private void checkDefault(PrimacyRuntime configured) {
    GuardSpecs.groupProblem(
            DefaultGuard.KEY + "=" + DefaultGuard.PRIMARY_ONLY,
            "",
            configured.groups(),
            configured.defaultGroup())
        .ifPresent(problems::add);
    if (!types.hasResourceGuard()) {
      problems.add(CdiMessages.TEXT.noFilterForDefault());
    }
  }

  /** The container is gone. */
  void end() {
    release.run();
  }

  PrimacyRuntime runtime() {
    return validated(runtime);
  }

  GuardRegistry registry() {
    return validated(registry);
  }

  static <T> T validated(@Nullable T made) {
    if (made == null) {
      throw CdiMessages.TEXT.notValidated();
    }
    return made;
  }
}
