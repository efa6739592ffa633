package dev.primacy.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.inject.Specializes;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.InjectionPoint;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who is there is known from the beans, whatever a bean manager can see. */
class AnnouncedBeansTest {
  /** As that of an extension on Payara. */
  private static final BeanManager BLIND = seeing(Set.of());

  private final AnnouncedBeans announced = new AnnouncedBeans();

  /** A bean of another module. */
  private static class Runner implements Runnable {
    @Override
    public void run() {}
  }

  @Specializes
  private static final class Sprinter extends Runner {}

  @Test
  void a_bean_that_announced_itself_is_there_though_its_archive_cannot_be_seen() {
    announced.see(bean(String.class));
    assertThat(announced.has(Runnable.class, BLIND)).isFalse();
    Bean<?> runner = bean(Runner.class);
    announced.see(runner);
    assertThat(announced.has(Runnable.class, BLIND)).isTrue();
    assertThat(announced.of(Runnable.class, BLIND)).containsExactly(runner);
  }

  @Test
  void what_is_visible_goes_before_what_was_announced() {
    Bean<?> runner = bean(Runner.class);
    announced.see(bean(Runner.class));
    assertThat(announced.of(Runnable.class, seeing(Set.of(runner)))).containsExactly(runner);
  }

  @Test
  void of_two_beans_that_announced_themselves_the_one_that_specializes_stays() {
    Bean<?> sprinter = bean(Sprinter.class);
    announced.see(bean(Runner.class));
    announced.see(sprinter);
    assertThat(announced.of(Runnable.class, BLIND)).containsExactly(sprinter);
  }

  @Test
  void what_a_bean_has_injected_is_known_though_its_archive_cannot_be_seen() {
    InjectionPoint point = answering(InjectionPoint.class, Map.of());
    announced.see(answering(Bean.class, Map.of("getInjectionPoints", Set.of(point))));
    assertThat(announced.injectionPoints(BLIND)).containsExactly(point);
  }

  private static Bean<?> bean(Class<?> type) {
    Set<Class<?>> types =
        Set.of(type, Runner.class.isAssignableFrom(type) ? Runnable.class : Object.class);
    return answering(Bean.class, Map.of("getTypes", types, "getBeanClass", type));
  }

  private static BeanManager seeing(Set<Bean<?>> beans) {
    return answering(BeanManager.class, Map.of("getBeans", beans));
  }

  private static <T> T answering(Class<T> type, Map<String, Object> answers) {
    return type.cast(
        Proxy.newProxyInstance(
            AnnouncedBeansTest.class.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) ->
                switch (method.getName()) {
                  case "hashCode" -> System.identityHashCode(self);
                  case "equals" -> self == arguments[0];
                  case "toString" -> answers.toString();
                  default -> answers.get(method.getName());
                }));
  }
}
