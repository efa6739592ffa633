package dev.primacy.cdi;

import dev.primacy.ClusterNode;
import dev.primacy.control.SecondaryInitializer;
import dev.primacy.control.StateVersion;
import jakarta.enterprise.context.spi.CreationalContext;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The application's {@link SecondaryInitializer}, if it has one. */
final class Initializers {
  private final Supplier<BeanManager> beans;
  private final AnnouncedBeans announced;
  private boolean present;

  Initializers(Supplier<BeanManager> beans, AnnouncedBeans announced) {
    this.beans = beans;
    this.announced = announced;
  }

  /** A bean class; what producers make is seen in the end. */
  void see(Class<?> bean) {
    present |= SecondaryInitializer.class.isAssignableFrom(bean);
  }

  /** Looks again once all beans are known; whether that changes what {@link #found} says. */
  boolean changed() {
    boolean before = present;
    present = !all().isEmpty();
    return present != before;
  }

  List<RuntimeException> problems() {
    Set<Bean<?>> all = all();
    if (all.size() < 2) {
      return List.of();
    }
    String names =
        all.stream()
            .map(bean -> bean.getBeanClass().getName())
            .sorted()
            .collect(Collectors.joining(", "));
    return List.of(CdiMessages.TEXT.severalInitializers(names));
  }

  private Set<Bean<?>> all() {
    return announced.of(SecondaryInitializer.class, beans.get());
  }

  /** One that finds the bean when it is asked first, which is after the deployment. */
  Optional<SecondaryInitializer> found() {
    return present ? Optional.of(new OfBean()) : Optional.empty();
  }

  private final class OfBean implements SecondaryInitializer {
    // two threads that find it at once find the same, unless it has no scope
    private volatile @Nullable SecondaryInitializer bean;

    private SecondaryInitializer bean() {
      SecondaryInitializer known = bean;
      if (known == null) {
        known = look();
        bean = known;
      }
      return known;
    }

    private SecondaryInitializer look() {
      BeanManager container = beans.get();
      Bean<?> found = container.resolve(all());
      CreationalContext<?> context = container.createCreationalContext(found);
      return (SecondaryInitializer)
          container.getReference(found, SecondaryInitializer.class, context);
    }

    @Override
    public String schema() {
      return bean().schema();
    }

    @Override
    public StateVersion here(String group) {
      return bean().here(group);
    }

    @Override
    public StateVersion at(String group, ClusterNode primary) throws Exception {
      return bean().at(group, primary);
    }

    @Override
    public void copy(String group, ClusterNode primary) throws Exception {
      bean().copy(group, primary);
    }
  }
}
