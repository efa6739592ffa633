package dev.primacy.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Runs each test of a class as on a node that is the secondary and stays it: beans are injected
 * into the test.
 *
 * @since 0.1
 */
@Documented
@Inherited
@Target({ElementType.TYPE, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(ClusterExtension.class)
public @interface TestSecondary {

  /**
   * The beans that are deployed, besides static nested classes of the test that have a scope.
   *
   * @return classes of the application, and doubles of what it talks to
   */
  Class<?>[] beans() default {};

  /**
   * Settings.
   *
   * @return each as {@code key=value}
   */
  String[] settings() default {};
}
