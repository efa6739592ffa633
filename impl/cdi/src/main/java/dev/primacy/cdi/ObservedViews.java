package dev.primacy.cdi;

import dev.primacy.core.runtime.PrimacyRuntime;
import dev.primacy.core.settings.Mode;
import dev.primacy.event.ApplicationEvent;
import dev.primacy.event.ClusterEvent;
import dev.primacy.event.NodeAppeared;
import dev.primacy.event.NodeChanged;
import dev.primacy.event.NodeJoined;
import dev.primacy.event.NodeLeft;
import dev.primacy.event.NodeUpdated;
import dev.primacy.event.NodeVanished;
import dev.primacy.event.NodesBatchDone;
import dev.primacy.event.NodesSettled;
import dev.primacy.event.View;
import dev.primacy.event.ViewEvent;
import dev.primacy.watch.FollowOptions;
import dev.primacy.watch.NodeFollower;
import dev.primacy.watch.NodeView;
import dev.primacy.watch.NodeWatch;
import jakarta.enterprise.context.ConversationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.context.SessionScoped;
import jakarta.enterprise.inject.AmbiguousResolutionException;
import jakarta.enterprise.inject.spi.AnnotatedMethod;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ObserverMethod;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The views that observers look through: found while the application is deployed, followed once it
 * runs. A view that nobody observes is none.
 */
final class ObservedViews {
  private static final Set<Class<? extends Annotation>> OF_CALLERS =
      Set.of(RequestScoped.class, SessionScoped.class, ConversationScoped.class);

  /** What is told of a view instead of what is told of all nodes. */
  private static final Map<Class<?>, Class<?>> COUNTERPARTS =
      Map.of(
          NodeJoined.class, NodeAppeared.class,
          NodeUpdated.class, NodeChanged.class,
          NodeLeft.class, NodeVanished.class,
          NodesSettled.class, NodesBatchDone.class);

  private static final String ALL_KINDS = "NodeAppeared, NodeChanged, NodeVanished, NodesBatchDone";

  /** By view, who names it. */
  private final Map<Class<? extends NodeView>, Set<String>> named = new LinkedHashMap<>();

  /** Who names none. */
  private final Set<String> wide = new TreeSet<>();

  private final List<RuntimeException> problems = new ArrayList<>();
  private final Map<Class<? extends NodeView>, Bean<?>> found = new LinkedHashMap<>();

  // ---- while the application is deployed

  void see(ObserverMethod<?> observer, @Nullable AnnotatedMethod<?> method) {
    if (Extension.class.isAssignableFrom(observer.getBeanClass())) {
      return;
    }
    Class<?> type = Earshot.raw(observer.getObservedType());
    String name = MethodNames.of(observer, method);
    boolean narrowed = false;
    for (Annotation qualifier : observer.getObservedQualifiers()) {
      if (qualifier instanceof View view) {
        narrowed = true;
        see(view, type, name);
      }
    }
    if (!narrowed && ViewEvent.class.isAssignableFrom(type)) {
      wide.add(name);
    }
  }

  private void see(View view, Class<?> type, String name) {
    if (canBeOfView(type)) {
      named.computeIfAbsent(view.value(), first -> new TreeSet<>()).add(name);
    } else if (ClusterEvent.class.isAssignableFrom(type)
        && !ApplicationEvent.class.isAssignableFrom(type)) {
      Class<?> counterpart = COUNTERPARTS.get(type);
      problems.add(
          CdiMessages.TEXT.eventOfNoView(
              view.value().getSimpleName(),
              name,
              type.getSimpleName(),
              counterpart == null ? ALL_KINDS : counterpart.getSimpleName()));
    }
  }

  private static boolean canBeOfView(Class<?> type) {
    return ViewEvent.class.isAssignableFrom(type)
        || type.isAssignableFrom(ViewEvent.class)
        || type.isAssignableFrom(Record.class);
  }

  boolean any() {
    return !wide.isEmpty() || !named.isEmpty();
  }

  /** All beans are known; finds those that describe views, and whatever is wrong with them. */
  List<RuntimeException> freeze(BeanManager beans, AnnouncedBeans announced) {
    found.clear();
    named.forEach(
        (view, observers) ->
            find(beans, announced.of(view, beans), view, String.join(", ", observers)));
    if (!wide.isEmpty()) {
      announced.of(NodeView.class, beans).forEach(this::findUnnamed);
    }
    found.forEach(this::checkScope);
    List<RuntimeException> wrong = List.copyOf(problems);
    problems.clear();
    return wrong;
  }

  private void find(
      BeanManager beans, Set<Bean<?>> all, Class<? extends NodeView> view, String observers) {
    Set<Bean<?>> exact =
        all.stream().filter(bean -> bean.getBeanClass() == view).collect(Collectors.toSet());
    Set<Bean<?>> meant = exact.isEmpty() ? all : exact;
    try {
      Bean<?> bean = beans.resolve(meant);
      if (bean == null) {
        problems.add(CdiMessages.TEXT.viewOfNoBean(view.getName(), observers));
      } else {
        found.put(view, bean);
      }
    } catch (AmbiguousResolutionException several) {
      problems.add(CdiMessages.TEXT.viewOfManyBeans(view.getName(), observers, names(meant)));
    }
  }

  private static String names(Set<Bean<?>> beans) {
    return beans.stream()
        .map(bean -> bean.getBeanClass().getName())
        .sorted()
        .collect(Collectors.joining(", "));
  }

  /** A follower that is a bean is for whoever follows with it, unless an observer names it. */
  private void findUnnamed(Bean<?> bean) {
    Class<?> type = bean.getBeanClass();
    if (NodeView.class.isAssignableFrom(type)
        && !NodeFollower.class.isAssignableFrom(type)
        && !found.containsValue(bean)) {
      found.put(type.asSubclass(NodeView.class), bean);
    }
  }

  private void checkScope(Class<? extends NodeView> view, Bean<?> bean) {
    if (OF_CALLERS.contains(bean.getScope())) {
      problems.add(CdiMessages.TEXT.viewOfCallers(view.getName(), bean.getScope().getSimpleName()));
    }
  }

  /** What describes each view, once all beans are known and nothing is wrong. */
  Map<Class<? extends NodeView>, Bean<?>> found() {
    return Map.copyOf(found);
  }

  // ---- once it runs

  /** On a thread that has the application's class loader. */
  void follow(BeanManager beans, PrimacyRuntime runtime) {
    if (!wide.isEmpty() && found.isEmpty()) {
      CdiLog.LOG.noViews(String.join(", ", wide));
    }
    if (found.isEmpty() || runtime.settings().mode() == Mode.DISABLED) {
      return;
    }
    NodeWatch watch = runtime.nodeWatch();
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    found.forEach(
        (view, bean) -> {
          ViewBean asked = new ViewBean(beans, bean, typeOf(bean, view), loader);
          watch.follow(runtime.viewFeed(view, asked), options(view));
        });
  }

  /** What the bean was found by is one of its types, and its own class need not be. */
  private static Class<? extends NodeView> typeOf(Bean<?> bean, Class<? extends NodeView> view) {
    return bean.getTypes().contains(view) ? view : NodeView.class;
  }

  private static FollowOptions options(Class<? extends NodeView> view) {
    return FollowOptions.DEFAULT
        .withName(view.getSimpleName())
        .withRestart(FollowOptions.Restart.DEFAULT);
  }
}
