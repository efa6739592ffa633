package dev.primacy.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primacy.Fence;
import dev.primacy.FencingToken;
import dev.primacy.InGroup;
import dev.primacy.Membership;
import dev.primacy.OnSecondary;
import dev.primacy.PrimaryOnly;
import dev.primacy.event.NodeRoleChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeploymentErrorsTest {
  private static final Map<String, String> TWO_GROUPS = Map.of("primacy.groups", "ledger,orders");

  @Dependent
  static class Wrong {
    @SuppressWarnings("UnusedMethod")
    @PrimaryOnly
    private void hidden() {}

    @PrimaryOnly
    static void shared() {}

    @PrimaryOnly(onSecondary = OnSecondary.SKIP)
    int counted() {
      return 1;
    }

    @PrimaryOnly(minRemaining = "soon")
    void hurried() {}

    @PrimaryOnly(group = "elsewhere")
    void lost() {}

    @PrimaryOnly(onSecondary = OnSecondary.WAIT, maxWait = "a while")
    void patient() {}

    @PrimaryOnly(maxWait = "2s")
    void waiting() {}

    @PrimaryOnly(onSecondary = OnSecondary.REDIRECT)
    void sentAway() {}

    @PrimaryOnly(status = 421)
    void answered() {}

    @PrimaryOnly(status = 302)
    void misled() {}
  }

  @Dependent
  static class Last {
    @PrimaryOnly
    final void post() {}
  }

  @Dependent
  static final class Sealed {
    @PrimaryOnly
    void post() {}
  }

  interface Contract {
    @PrimaryOnly
    void post();
  }

  @Dependent
  static class Contractor implements Contract {
    @Override
    public void post() {}
  }

  static class NoBean {
    NoBean(String needed) {}

    @PrimaryOnly
    void post() {}
  }

  @ApplicationScoped
  static class Frozen {
    @Inject FencingToken token;
  }

  @RequestScoped
  static class PerRequest {
    @Inject FencingToken token;
  }

  @ApplicationScoped
  static class Careful {
    @Inject Instance<FencingToken> token;

    void on(@Observes NodeRoleChanged change, Instance<FencingToken> tokens) {}
  }

  @Dependent
  static class Astray {
    @Inject
    @InGroup("elsewhere")
    Membership membership;
  }

  @Dependent
  static class Undecided {
    @Inject Membership membership;

    @PrimaryOnly
    void post() {}
  }

  @Dependent
  static class Fine {
    @PrimaryOnly(onSecondary = OnSecondary.SKIP, minRemaining = "500ms")
    void skipped() {}

    @PrimaryOnly(onSecondary = OnSecondary.SKIP)
    Optional<String> found() {
      return Optional.empty();
    }

    @PrimaryOnly(onSecondary = OnSecondary.WAIT, maxWait = "500ms")
    protected void inherited() {}
  }

  @PrimaryOnly
  @Dependent
  static class WholeClass {
    void post() {}

    private void helper() {}

    static void factory() {}

    void call() {
      helper();
    }
  }

  @Dependent
  static class Fenced {
    @PrimaryOnly(fence = Fence.TRANSACTION)
    void call() {}
  }

  @Test
  void a_fence_that_nobody_would_raise_is_refused() {
    assertThat(Deployed.failing(Fenced.class))
        .contains("PRIMACY-1212")
        .contains("Fenced.call")
        .contains("primacy-transactions");
  }

  @Test
  void every_problem_of_every_bean_is_reported_at_once() {
    String text = Deployed.failing(Wrong.class, Frozen.class, Astray.class);
    assertThat(text)
        .contains("PRIMACY-1201: @PrimaryOnly on " + Wrong.class.getName() + ".hidden()")
        .contains("the method is private")
        .contains(".shared() would never be enforced, because the method is static")
        .contains("PRIMACY-1203: @PrimaryOnly(onSecondary = SKIP) on")
        .contains("PRIMACY-1204: @PrimaryOnly(minRemaining = \"soon\")")
        .contains("PRIMACY-1230: @PrimaryOnly(maxWait = \"a while\") on " + Wrong.class.getName())
        .contains("PRIMACY-1231: @PrimaryOnly(maxWait = \"2s\") on")
        .contains("PRIMACY-1232: @PrimaryOnly(onSecondary = REDIRECT) on")
        .contains("PRIMACY-1233: @PrimaryOnly(status = 302) on")
        .contains("PRIMACY-1234: @PrimaryOnly(status = 421) on")
        .contains("asks for the group 'elsewhere', which is not configured; configured are default")
        .contains("PRIMACY-1209: @Inject at " + Frozen.class.getName() + ".token")
        .contains("@Inject at " + Astray.class.getName() + ".membership asks for the group");
  }

  @Test
  void a_final_method_and_one_of_a_final_class_are_refused_by_us_or_first_by_the_container() {
    assertThat(Deployed.failing(Last.class))
        .containsAnyOf("because the method is final", "non-static, non-private and final")
        .contains(Last.class.getName());
    assertThat(Deployed.failing(Sealed.class))
        .containsAnyOf("because the method is in a final class", "can not be defined as final")
        .contains(Sealed.class.getName());
  }

  @Test
  void a_guard_on_an_interface_alone_is_refused_for_a_bean() {
    assertThat(Deployed.failing(Contractor.class))
        .contains("PRIMACY-1207: " + Contractor.class.getName() + ".post()");
  }

  @Test
  void a_guard_on_a_class_that_can_be_no_bean_is_refused() {
    assertThat(Deployed.failing(NoBean.class))
        .contains("PRIMACY-1202: @PrimaryOnly on " + NoBean.class.getName());
  }

  @Test
  void wrong_settings_fail_the_deployment_with_everything_that_is_wrong() {
    Map<String, String> wrong = Map.of("primacy.lease", "soon", "primacy.drift", "much");
    assertThat(Deployed.failing(wrong, Fine.class))
        .contains("primacy.lease")
        .contains("primacy.drift");
  }

  @Test
  void several_groups_and_none_named_is_refused_where_it_matters() {
    String text = Deployed.failing(TWO_GROUPS, Undecided.class);
    assertThat(text).contains("ledger").contains("orders");
  }

  @Test
  void what_can_be_carried_out_is_deployed() {
    try (Deployed application =
        Deployed.of(Fine.class, WholeClass.class, PerRequest.class, Careful.class)) {
      assertThat(application.get(GuardRegistry.class).report())
          .extracting(GuardedMethod::name)
          .containsExactly(
              "Fine.found", "Fine.inherited", "Fine.skipped", "WholeClass.call", "WholeClass.post");
    }
  }
}
