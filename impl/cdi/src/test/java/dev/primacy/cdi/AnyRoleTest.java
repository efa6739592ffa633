package dev.primacy.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primacy.AnyRole;
import dev.primacy.Groups;
import dev.primacy.PrimaryOnly;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What is left out of the default guard, and what must not be deployed. */
class AnyRoleTest {
  private static final Map<String, String> WANTED = Map.of("primacy.guard.default", "primary-only");

  interface Contract<T> {
    @AnyRole
    void take(T what);

    @AnyRole
    void give();
  }

  static class Plain implements Contract<String> {
    @Override
    public void take(String what) {}

    @Override
    public void give() {}

    public void take(Integer what) {}

    public void other() {}

    @AnyRole
    public void own() {}
  }

  static class Inheriting extends Plain {
    @Override
    public void own() {}
  }

  @AnyRole
  static class Open {
    public void any() {}
  }

  static class Heir extends Open {
    public void added() {}
  }

  private static boolean leavesOut(Class<?> type, String name, Class<?>... parameters) {
    Method found =
        Arrays.stream(type.getMethods())
            .filter(m -> m.getName().equals(name) && !m.isBridge())
            .filter(m -> Arrays.equals(m.getParameterTypes(), parameters))
            .findFirst()
            .orElseThrow();
    return AnyRoles.leavesOut(type, found);
  }

  @Test
  @DisplayName("S1.7 a method is left out by itself, by what it overrides, and by its class")
  void a_method_is_left_out_by_itself_what_it_overrides_and_its_class() {
    assertThat(leavesOut(Plain.class, "own")).isTrue();
    assertThat(leavesOut(Plain.class, "give")).isTrue();
    assertThat(leavesOut(Inheriting.class, "own")).isTrue();
    assertThat(leavesOut(Open.class, "any")).isTrue();
    assertThat(leavesOut(Heir.class, "added")).isTrue();
    assertThat(leavesOut(Plain.class, "other")).isFalse();
  }

  @Test
  void what_a_generic_supertype_means_among_overloads_is_not_guessed() {
    assertThat(leavesOut(Plain.class, "take", Integer.class)).isFalse();
    assertThat(leavesOut(Plain.class, "take", String.class))
        .as("it has to say so itself")
        .isFalse();
  }

  // ---- wrong uses

  @Dependent
  @PrimaryOnly
  @AnyRole
  static class BothOnClass {}

  @Dependent
  static class BothOnMethod {
    @PrimaryOnly
    @AnyRole
    void run() {}
  }

  @Dependent
  @PrimaryOnly
  static class Opening {
    @AnyRole
    void run() {}
  }

  @ApplicationScoped
  static class Joiner {
    @Inject Groups groups;
  }

  @Test
  @DisplayName("S1.7 what contradicts itself is not deployed")
  void what_contradicts_itself_is_not_deployed() {
    assertThat(Deployed.failing(BothOnClass.class)).contains("PRIMACY-1240", "BothOnClass");
    assertThat(Deployed.failing(BothOnMethod.class)).contains("PRIMACY-1240", "BothOnMethod.run");
    assertThat(Deployed.failing(Opening.class)).contains("PRIMACY-1240", "Opening.run");
  }

  @Test
  void a_default_that_nobody_enforces_is_not_deployed() {
    assertThat(Deployed.failing(WANTED, Joiner.class)).contains("PRIMACY-1241");
  }

  @Test
  void a_default_that_is_none_is_not_deployed() {
    assertThat(Deployed.failing(Map.of("primacy.guard.default", "all"), Joiner.class))
        .contains("PRIMACY-1006", "none, primary-only");
  }
}
