package dev.primacy.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.primacy.FencingToken;
import dev.primacy.GroupStanding;
import dev.primacy.InGroup;
import dev.primacy.Membership;
import dev.primacy.NodeRole;
import dev.primacy.NotPrimaryException;
import dev.primacy.PrimaryOnly;
import dev.primacy.event.NodeRoleChanged;
import dev.primacy.event.StandingChanged;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class StandaloneTest {
  @ApplicationScoped
  static class Ledger {
    @Inject Membership membership;
    @Inject Instance<FencingToken> token;
    final List<NodeRoleChanged> seen = new CopyOnWriteArrayList<>();
    final CountDownLatch first = new CountDownLatch(1);

    List<NodeRoleChanged> seen() {
      return seen;
    }

    void awaitFirst() throws InterruptedException {
      assertThat(first.await(10, TimeUnit.SECONDS)).isTrue();
    }

    Membership membership() {
      return membership;
    }

    FencingToken token() {
      return token.get();
    }

    @PrimaryOnly
    String post() {
      return "posted";
    }

    void on(@Observes NodeRoleChanged change) {
      seen.add(change);
      first.countDown();
    }
  }

  @ApplicationScoped
  static class Idle {}

  @ApplicationScoped
  static class Diary {
    // outlives the container
    static final List<String> LINES = new CopyOnWriteArrayList<>();

    static final CountDownLatch HEARD = new CountDownLatch(1);

    @Inject Membership membership;

    void ready(@Observes @Initialized(ApplicationScoped.class) Object application)
        throws InterruptedException {
      boolean early = HEARD.await(200, TimeUnit.MILLISECONDS);
      LINES.add((early ? "after the first event, " : "") + "ready in " + membership.group());
    }

    void changed(@Observes NodeRoleChanged change) {
      HEARD.countDown();
      LINES.add("heard " + change.current() + " in " + membership.group());
    }

    void left(@Observes StandingChanged change) {
      LINES.add("heard " + change.current() + " in " + membership.group());
    }

    @PreDestroy
    void end() {
      LINES.add("gone");
    }
  }

  @Test
  @DisplayName("DESIGN 4.5, 5.2: it starts after the application's beans and stops while they work")
  void it_starts_after_the_beans_of_the_application_and_stops_while_they_work() {
    Diary.LINES.clear();
    try (Deployed application = Deployed.of(Diary.class)) {
      assertThat(application.get(Diary.class)).isNotNull();
      await().until(() -> Diary.LINES.size() == 2);
    }
    assertThat(Diary.LINES)
        .containsExactly(
            "ready in default", "heard NOT_IN_GROUP in default", "heard LEFT in default", "gone");
  }

  @Test
  @DisplayName(
      "AT-1.1 without a group: one initial event NOT_IN_GROUP, and guarded calls are let in")
  void without_a_group_everything_works() throws Exception {
    try (Deployed application = Deployed.of(Ledger.class)) {
      Ledger ledger = application.get(Ledger.class);
      ledger.awaitFirst();
      assertThat(ledger.post()).isEqualTo("posted");
      assertThat(ledger.seen())
          .singleElement()
          .satisfies(
              change -> {
                assertThat(change.isInitial()).isTrue();
                assertThat(change.current()).isEqualTo(NodeRole.NOT_IN_GROUP);
                assertThat(change.standing()).isEqualTo(GroupStanding.STANDALONE);
              });
    }
  }

  @Test
  void the_view_is_the_default_groups() {
    try (Deployed application = Deployed.of(Ledger.class)) {
      Membership membership = application.get(Ledger.class).membership();
      assertThat(membership.group()).isEqualTo("default");
      assertThat(membership.role()).isEqualTo(NodeRole.NOT_IN_GROUP);
      assertThat(application.get(Membership.class, InGroup.Literal.of("default")).group())
          .isEqualTo("default");
    }
  }

  @Test
  void there_is_no_token() {
    try (Deployed application = Deployed.of(Ledger.class)) {
      Ledger ledger = application.get(Ledger.class);
      assertThatThrownBy(ledger::token).isInstanceOf(NotPrimaryException.class);
    }
  }

  @Test
  void the_guard_report_names_the_method_and_who_enforces_it() {
    try (Deployed application = Deployed.of(Ledger.class)) {
      assertThat(application.get(GuardRegistry.class).report())
          .singleElement()
          .satisfies(
              guarded -> {
                assertThat(guarded.name()).isEqualTo("Ledger.post");
                assertThat(guarded.enforcedBy()).containsExactly(Enforcement.INTERCEPTOR);
                assertThat(guarded.spec().group()).isEqualTo("default");
              });
    }
  }

  @Test
  @DisplayName("DESIGN 5.8: primacy.enabled=false switches all off, and guards refuse")
  void switched_off_it_refuses_unless_told_otherwise() {
    try (Deployed application = Deployed.with(Map.of("primacy.enabled", "false"), Ledger.class)) {
      Ledger ledger = application.get(Ledger.class);
      assertThatThrownBy(ledger::post)
          .isInstanceOf(NotPrimaryException.class)
          .hasMessageStartingWith("PRIMACY-20")
          .hasMessageContaining("Ledger.post");
    }
    Map<String, String> admitting =
        Map.of("primacy.enabled", "false", "primacy.guard.when-disabled", "admit");
    try (Deployed application = Deployed.with(admitting, Ledger.class)) {
      assertThat(application.get(Ledger.class).post()).isEqualTo("posted");
    }
  }

  @Test
  @DisplayName("DESIGN 5.8: an application that uses nothing of it has no thread of it")
  void unused_it_starts_no_thread() {
    try (Deployed application = Deployed.of(Idle.class)) {
      assertThat(application.get(Idle.class)).isNotNull();
      assertThat(Thread.getAllStackTraces().keySet())
          .extracting(Thread::getName)
          .noneMatch(name -> name.contains("primacy"));
    }
  }
}
