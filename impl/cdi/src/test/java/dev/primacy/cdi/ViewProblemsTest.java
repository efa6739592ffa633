package dev.primacy.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primacy.event.ClusterMonitorError;
import dev.primacy.event.ErrorOf;
import dev.primacy.event.MonitorStopped;
import dev.primacy.event.NodeAppeared;
import dev.primacy.event.NodeJoined;
import dev.primacy.event.NodeRoleChanged;
import dev.primacy.event.NodesBatchDone;
import dev.primacy.event.NodesSettled;
import dev.primacy.event.View;
import dev.primacy.watch.NodeFollower;
import dev.primacy.watch.NodeView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Specializes;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Views that nobody could look through do not deploy; those that somebody can, do. */
class ViewProblemsTest {
  @ApplicationScoped
  static class EuNodes implements NodeView {}

  @ApplicationScoped
  static class FrenchNodes extends EuNodes {}

  static class NoBean implements NodeView {}

  @Alternative
  @ApplicationScoped
  static class NotEnabled implements NodeView {}

  @RequestScoped
  static class PerRequest implements NodeView {}

  interface Marked extends NodeView {}

  @Dependent
  static class OneMarked implements Marked {}

  @Dependent
  static class OtherMarked implements Marked {}

  @ApplicationScoped
  static class Following implements NodeFollower {}

  @Dependent
  static class Wrong {
    void joined(@Observes @View(EuNodes.class) NodeJoined event) {}

    void settled(@Observes @View(EuNodes.class) NodesSettled event) {}

    void role(@Observes @View(EuNodes.class) NodeRoleChanged event) {}

    void none(@Observes @View(NoBean.class) NodeAppeared event) {}

    void disabled(@Observes @View(NotEnabled.class) NodeAppeared event) {}

    void several(@Observes @View(Marked.class) NodeAppeared event) {}

    void request(@Observes @View(PerRequest.class) NodeAppeared event) {}

    void errors(@Observes @ErrorOf(NodesSettled.class) ClusterMonitorError event) {}

    void stopped(@Observes @ErrorOf(NodeJoined.class) MonitorStopped event) {}
  }

  @Dependent
  static class OfEu {
    void appeared(@Observes @View(EuNodes.class) NodeAppeared event) {}
  }

  @Dependent
  static class OfMarked {
    void appeared(@Observes @View(Marked.class) NodeAppeared event) {}
  }

  @Dependent
  static class OfAll {
    void done(@Observes NodesBatchDone event) {}
  }

  @Dependent
  static class Maker {
    @Produces
    @ApplicationScoped
    Marked marked() {
      return new OneMarked();
    }
  }

  @ApplicationScoped
  @Specializes
  static class Special extends EuNodes {}

  @Test
  void every_problem_with_views_and_errors_is_reported_at_once() {
    String text =
        Deployed.failing(
            Wrong.class,
            EuNodes.class,
            NotEnabled.class,
            OneMarked.class,
            OtherMarked.class,
            PerRequest.class);
    String wrong = Wrong.class.getName();
    assertThat(text)
        .contains("PRIMACY-1243: @View(EuNodes.class) on " + wrong + ".joined(NodeJoined)")
        .contains("observe what is told of views there (NodeAppeared), or remove @View")
        .contains(".settled(NodesSettled) selects nothing")
        .contains("there (NodesBatchDone)")
        .contains(".role(NodeRoleChanged) selects nothing")
        .contains("(NodeAppeared, NodeChanged, NodeVanished, NodesBatchDone)")
        .contains("PRIMACY-1244: " + NoBean.class.getName() + " is named by @View on " + wrong)
        .contains("PRIMACY-1244: " + NotEnabled.class.getName())
        .contains("PRIMACY-1245: " + Marked.class.getName())
        .contains(OneMarked.class.getName() + ", " + OtherMarked.class.getName())
        .contains("PRIMACY-1246: " + PerRequest.class.getName())
        .contains("has the scope @RequestScoped")
        .contains("PRIMACY-1247: @ErrorOf(NodesSettled.class) on " + wrong + ".errors(")
        .contains("PRIMACY-1248: @ErrorOf(NodeJoined.class) on " + wrong + ".stopped(");
  }

  @Test
  void a_view_is_the_bean_of_the_very_class_although_there_are_subclasses() {
    try (Deployed application = Deployed.of(OfEu.class, EuNodes.class, FrenchNodes.class)) {
      assertThat(application.deployment().views().found()).containsOnlyKeys(EuNodes.class);
    }
  }

  @Test
  void a_bean_that_takes_its_place_describes_the_view() {
    try (Deployed application = Deployed.of(OfEu.class, EuNodes.class, Special.class)) {
      assertThat(application.deployment().views().found().get(EuNodes.class).getBeanClass())
          .isEqualTo(Special.class);
    }
  }

  @Test
  void a_view_may_be_produced() {
    try (Deployed application = Deployed.of(OfMarked.class, Maker.class)) {
      assertThat(application.deployment().views().found()).containsOnlyKeys(Marked.class);
    }
  }

  @Test
  void who_observes_no_view_in_particular_observes_all_but_followers() {
    try (Deployed application =
        Deployed.of(OfAll.class, EuNodes.class, FrenchNodes.class, Following.class)) {
      assertThat(application.deployment().views().found())
          .containsOnlyKeys(EuNodes.class, FrenchNodes.class);
    }
  }

  @Test
  void a_view_that_nobody_observes_is_not_followed() {
    try (Deployed application = Deployed.of(EuNodes.class)) {
      assertThat(application.deployment().views().any()).isFalse();
      assertThat(application.deployment().views().found()).isEmpty();
    }
  }

  @Test
  void an_observer_of_views_where_there_are_none_is_told() {
    try (LogLines log = new LogLines();
        Deployed application = Deployed.of(OfAll.class)) {
      assertThat(application.deployment().views().found()).isEmpty();
      assertThat(log.text())
          .contains("PRIMACY-2305: " + OfAll.class.getName() + ".done(NodesBatchDone)");
    }
  }

  @Test
  void switched_off_no_view_is_followed() {
    try (Deployed application = Deployed.of(OfEu.class, EuNodes.class)) {
      assertThat(application.deployment().views().any()).isTrue();
      assertThat(threads()).contains("EuNodes");
    }
    try (Deployed application =
        Deployed.with(Map.of("primacy.enabled", "false"), OfEu.class, EuNodes.class)) {
      assertThat(application.deployment().views().any()).isTrue();
      assertThat(threads()).doesNotContain("EuNodes");
    }
  }

  private static String threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(Thread::isAlive)
        .map(Thread::getName)
        .collect(Collectors.joining(" "));
  }
}
