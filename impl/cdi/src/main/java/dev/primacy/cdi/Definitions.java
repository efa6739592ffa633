package dev.primacy.cdi;

import jakarta.enterprise.inject.Stereotype;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.Annotation;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stereotypes and interceptor bindings stand for, those of other extensions included. */
final class Definitions {
  // written at the start of the deployment, before anything asks
  private volatile @Nullable BeanManager beans;
  private volatile boolean reflects;

  void use(BeanManager manager) {
    beans = manager;
  }

  /** The container does not say what they stand for: their classes do. */
  void reflect() {
    reflects = true;
  }

  /** The container that deploys. */
  BeanManager container() {
    return Deployment.validated(beans);
  }

  Collection<Annotation> of(Class<? extends Annotation> type) {
    if (reflects) {
      return isDefined(type) ? List.of(type.getAnnotations()) : List.of();
    }
    BeanManager known = beans;
    if (known == null) {
      return List.of();
    }
    if (known.isStereotype(type)) {
      return known.getStereotypeDefinition(type);
    }
    return known.isInterceptorBinding(type)
        ? known.getInterceptorBindingDefinition(type)
        : List.of();
  }

  private static boolean isDefined(Class<? extends Annotation> type) {
    return type.isAnnotationPresent(Stereotype.class)
        || type.isAnnotationPresent(InterceptorBinding.class);
  }
}
