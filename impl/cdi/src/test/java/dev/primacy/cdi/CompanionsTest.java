package dev.primacy.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.inject.spi.BeanManager;
import java.lang.reflect.Proxy;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who is there is known from the beans, whatever a bean manager can see. */
class CompanionsTest {
  /** As that of an extension on Payara. */
  private static final BeanManager BLIND =
      (BeanManager)
          Proxy.newProxyInstance(
              CompanionsTest.class.getClassLoader(),
              new Class<?>[] {BeanManager.class},
              (self, method, arguments) -> Set.of());

  /** A bean of another module. */
  private static final class Runner implements Runnable {
    @Override
    public void run() {}
  }

  @Test
  void a_bean_that_announced_itself_is_there_though_its_archive_cannot_be_seen() {
    Companions companions = new Companions();
    companions.see(String.class);
    assertThat(companions.has(Runnable.class, BLIND)).isFalse();
    companions.see(Runner.class);
    assertThat(companions.has(Runnable.class, BLIND)).isTrue();
  }
}
