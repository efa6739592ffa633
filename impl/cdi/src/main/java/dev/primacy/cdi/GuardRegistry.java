package dev.primacy.cdi;

import jakarta.enterprise.inject.spi.DeploymentException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;

/**
 * What {@link dev.primacy.PrimaryOnly} demands of each method, and by what it is enforced: the one
 * place that every guarding layer asks. An injectable bean, complete for all beans once the
 * deployment is validated; methods of classes that are no beans are found when they are asked for.
 * Safe on any thread; asking again for the same method is a look-up without allocation.
 *
 * <p>The rule for a method of a class, the nearest first: the annotation of the method in the
 * class, its superclasses and its interfaces, then the annotation of the class, its superclasses,
 * and of those interfaces that declare the method. Stereotypes, bindings that carry the annotation,
 * and annotations added by other extensions count. A container's proxy class stands for its bean
 * class.
 *
 * @since 0.1
 */
public interface GuardRegistry {

  /**
   * The guard of a method. Asking does not report it as enforced.
   *
   * @param type the class the method is called on; a proxy class is as good
   * @param method the method, as declared in that class, a superclass or an interface of it
   * @return empty if it is not guarded
   * @throws DeploymentException numbered, if its annotation cannot be carried out (unknown group,
   *     impossible duration); the call must not proceed then
   */
  Optional<GuardedMethod> find(Class<?> type, Method method);

  /**
   * The guard of a REST method that has none itself, with {@code
   * primacy.guard.default=primary-only}. A guard on the way to a sub-resource goes before it.
   *
   * @param type the class the method is called on; a proxy class is as good
   * @param method the method, as declared in that class, a superclass or an interface of it
   * @return empty if it is none, {@link dev.primacy.AnyRole} leaves it out, {@link #find} finds
   *     one, or nothing is guarded by default
   */
  default Optional<GuardedMethod> byDefault(Class<?> type, Method method) {
    return Optional.empty();
  }

  /**
   * Reports that a layer enforces a guarded method, for {@link #report}. Again does nothing.
   *
   * @param guarded what {@link #find} returned
   * @param layer the layer
   */
  void enforced(GuardedMethod guarded, Enforcement layer);

  /**
   * Reports that a filter guards the REST resources of this deployment; so does {@link #enforced}
   * with {@link Enforcement#FILTER}. Again does nothing.
   */
  void filterIsInPlace();

  /**
   * Whether a filter was reported.
   *
   * @return false if REST methods are served without one, or not served yet: a call of one must not
   *     proceed then
   */
  boolean hasFilter();

  /**
   * Every guarded method known now, in ascending order of class name and method name.
   *
   * @return an immutable copy
   */
  List<GuardedMethod> report();
}
