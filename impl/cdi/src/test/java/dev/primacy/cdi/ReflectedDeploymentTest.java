package dev.primacy.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.primacy.FencingToken;
import dev.primacy.PrimaryOnly;
import dev.primacy.event.NodeRoleChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.DeploymentException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/**
 * What was found at a build, in words, makes the same deployment as a container's announcements.
 */
class ReflectedDeploymentTest {
  static class Ledger {
    @PrimaryOnly
    void post() {}

    @PrimaryOnly
    static void never() {}

    void hear(@Observes NodeRoleChanged change) {}
  }

  private static final ClassLoader LOADER = ReflectedDeploymentTest.class.getClassLoader();

  private static Deployment shown(Findings found) {
    Deployment deployment = new Deployment(UnaryOperator.identity());
    deployment.reflect();
    new ReflectedDeployment(deployment, LOADER).show(found);
    return deployment;
  }

  private static Findings findings() {
    return new Findings(
        new TreeSet<>(), new TreeSet<>(), new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
  }

  @Test
  void guards_are_read_and_refused_as_they_are_elsewhere() {
    Findings found = findings();
    found.carrying().add(Ledger.class.getName());
    found.beans().add(Ledger.class.getName());
    Deployment deployment = shown(found);
    assertThat(deployment.guards().all())
        .extracting(guard -> guard.method().getName())
        .containsExactlyInAnyOrder("post", "never");
    assertThat(deployment.problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem).hasMessageContaining("PRIMACY-1201"));
  }

  @Test
  void an_observer_is_found_by_its_words() throws Exception {
    ObserverSite site =
        new ObserverSite(
            Ledger.class.getName(),
            Ledger.class.getName(),
            "hear",
            0,
            List.of(NodeRoleChanged.class.getName()));
    assertThat(ObserverSite.parse(site.words())).isEqualTo(site);
    ReflectedObserver observer = site.find(LOADER);
    assertThat(observer.getObservedType()).isEqualTo(NodeRoleChanged.class);
    Findings found = findings();
    found.observers().add(site.words());
    Deployment deployment = shown(found);
    assertThat(deployment.observers().any()).isTrue();
    assertThat(deployment.observers().hear(NodeRoleChanged.class)).isTrue();
  }

  @Test
  void a_place_is_judged_by_its_words() {
    InjectedPlace place =
        new InjectedPlace("@Inject at Ledger.token", "", true, ApplicationScoped.class.getName());
    PlaceOfType typed = new PlaceOfType(FencingToken.class.getName(), false, place);
    assertThat(PlaceOfType.parse(typed.words())).isEqualTo(typed);
    Findings found = findings();
    found.places().add(typed.words());
    assertThat(shown(found).injections().problems(Set.of("one"), Optional.of("one")))
        .singleElement()
        .satisfies(problem -> assertThat(problem).hasMessageContaining("PRIMACY-1209"));
  }

  @Test
  void a_class_that_is_gone_is_named() {
    Findings found = findings();
    found.carrying().add("gone.Ledger");
    assertThatThrownBy(() -> shown(found))
        .isInstanceOf(DeploymentException.class)
        .hasMessageContaining("PRIMACY-1603")
        .hasMessageContaining("gone.Ledger");
  }
}
