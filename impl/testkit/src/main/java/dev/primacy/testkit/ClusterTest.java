package dev.primacy.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives each test of a class a {@link Cluster} of its own, as a parameter or in a field that is not
 * set. The rules are checked at the end of each test.
 *
 * @since 0.1
 */
@Documented
@Inherited
@Target({ElementType.TYPE, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(ClusterExtension.class)
public @interface ClusterTest {

  /**
   * How many nodes there are.
   *
   * @return at least 1
   */
  int nodes() default 3;

  /**
   * The beans that are deployed into each node, besides static nested classes of the test that have
   * a scope.
   *
   * @return classes of the application, and doubles of what it talks to
   */
  Class<?>[] beans() default {};

  /**
   * Settings of all nodes.
   *
   * @return each as {@code key=value}
   */
  String[] settings() default {};

  /**
   * Where chance begins.
   *
   * @return the seed
   */
  long seed() default 1;
}
