package dev.primacy.cdi;

import static dev.primacy.cdi.CdiMessages.TEXT;

import dev.primacy.core.messaging.EventCodec;
import dev.primacy.core.messaging.EventShape;
import dev.primacy.core.messaging.MessagingSetup;
import dev.primacy.core.runtime.PrimacyRuntimes;
import dev.primacy.event.ApplicationEvent;
import dev.primacy.event.ClusterWide;
import dev.primacy.event.EnvelopedEvent;
import dev.primacy.event.FromCluster;
import dev.primacy.event.Queue;
import dev.primacy.spi.MessageQueue;
import jakarta.enterprise.inject.spi.AnnotatedMethod;
import jakarta.enterprise.inject.spi.InjectionPoint;
import jakarta.enterprise.inject.spi.ObserverMethod;
import java.lang.annotation.Annotation;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the application publishes for the cluster and observes of it, found while it is deployed,
 * and what is wrong with that.
 */
final class ClusterEvents {
  private static final Pattern QUEUE =
      Pattern.compile("[A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?");

  private final Map<Integer, Class<? extends EnvelopedEvent>> types = new LinkedHashMap<>();
  private final Map<String, MessageQueue> queues = new LinkedHashMap<>();
  private final Set<String> users = new TreeSet<>();
  private final List<RuntimeException> problems = new ArrayList<>();

  // ---- while the application is deployed

  void see(ObserverMethod<?> observer, @Nullable AnnotatedMethod<?> method) {
    Class<?> type = Earshot.raw(observer.getObservedType());
    boolean own = observer.getBeanClass() == ClusterPublishing.class;
    if (own) {
      return;
    }
    if (isPublishable(type)) {
      know(type);
    }
    String name = MethodNames.of(observer, method);
    boolean fromCluster = false;
    for (Annotation qualifier : observer.getObservedQualifiers()) {
      fromCluster |= qualifier instanceof FromCluster;
      if (qualifier instanceof Queue queue) {
        see(queue, observer, name);
      }
    }
    if (fromCluster) {
      users.add(name);
      check(type, name);
    }
  }

  private void check(Class<?> type, String name) {
    if (!EnvelopedEvent.class.isAssignableFrom(type)
        && !type.isAssignableFrom(ApplicationEvent.class)
        && !type.isInterface()
        && !type.isAssignableFrom(Record.class)) {
      problems.add(TEXT.neverPublished(name, type.getSimpleName()));
    }
  }

  private void see(Queue queue, ObserverMethod<?> observer, String name) {
    boolean fromCluster =
        observer.getObservedQualifiers().stream().anyMatch(FromCluster.class::isInstance);
    if (!fromCluster) {
      problems.add(TEXT.queueOfNoCluster(queue.value(), name));
    }
    if (observer.isAsync()) {
      problems.add(TEXT.asyncQueue(queue.value(), name));
    }
    if (!QUEUE.matcher(queue.value()).matches()) {
      problems.add(TEXT.badQueueName(queue.value(), name));
      return;
    }
    MessageQueue next = new MessageQueue(queue.value(), queue.durable());
    MessageQueue known = queues.putIfAbsent(queue.value(), next);
    if (known != null && known.durable() != next.durable()) {
      problems.add(TEXT.queueOfTwoMinds(queue.value(), name));
    }
  }

  /** An event, a publisher or a lookup of one that has been injected somewhere. */
  void see(InjectionPoint point) {
    Type payload = payload(point.getType());
    boolean published =
        point.getQualifiers().stream().anyMatch(ClusterWide.class::isInstance)
            && payload instanceof Class<?>;
    if (published) {
      users.add(
          point.getMember().getDeclaringClass().getName() + "." + point.getMember().getName());
      publishes(point, (Class<?>) payload);
    }
  }

  private void publishes(InjectionPoint point, Class<?> type) {
    if (ApplicationEvent.class.isAssignableFrom(type)) {
      if (isPublishable(type)) {
        know(type);
      }
    } else {
      problems.add(
          TEXT.notClusterWide(
              point.getMember().getDeclaringClass().getName(),
              point.getMember().getName(),
              type.getName()));
    }
  }

  private static Type payload(Type injected) {
    return injected instanceof ParameterizedType generic
        ? generic.getActualTypeArguments()[0]
        : injected;
  }

  private static boolean isPublishable(Class<?> type) {
    return ApplicationEvent.class.isAssignableFrom(type)
        && !type.isInterface()
        && !Modifier.isAbstract(type.getModifiers());
  }

  /** A type of the application's own that is published or observed here. */
  void know(Class<?> type) {
    Optional<String> wrong = EventShape.problem(type);
    if (wrong.isPresent()) {
      problems.add(TEXT.asItIs(wrong.get()));
      return;
    }
    Class<? extends EnvelopedEvent> event = type.asSubclass(EnvelopedEvent.class);
    int eventId = EventShape.of(event).eventId();
    Class<?> before = types.putIfAbsent(eventId, event);
    if (before != null && before != event) {
      problems.add(TEXT.sameEventId(eventId, before.getName(), event.getName()));
    }
  }

  /** Somebody publishes by code. */
  void uses(String name) {
    users.add(name);
  }

  boolean any() {
    return !users.isEmpty();
  }

  /** On a thread that has the application's class loader. */
  MessagingSetup setup() {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    return new MessagingSetup(
        PrimacyRuntimes.messengers(loader),
        PrimacyRuntimes.codec(loader),
        types,
        Set.copyOf(queues.values()),
        List.copyOf(users));
  }

  /** What was found wrong since the last time this was asked. */
  List<RuntimeException> problems() {
    List<RuntimeException> found = new ArrayList<>(problems);
    problems.clear();
    if (any()) {
      Optional<EventCodec> codec =
          PrimacyRuntimes.codec(Thread.currentThread().getContextClassLoader());
      codec.ifPresent(known -> types.values().forEach(type -> check(known, type, found)));
    }
    return found;
  }

  private static void check(
      EventCodec codec, Class<? extends EnvelopedEvent> type, List<RuntimeException> found) {
    codec.problems(type).forEach(problem -> found.add(TEXT.asItIs(problem)));
  }
}
