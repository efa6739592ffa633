package dev.primacy.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.primacy.GroupStanding;
import dev.primacy.Groups;
import dev.primacy.InGroup;
import dev.primacy.Membership;
import dev.primacy.NodeRole;
import dev.primacy.NotPrimaryException;
import dev.primacy.PrimaryOnly;
import dev.primacy.event.Became;
import dev.primacy.event.ClusterEvent;
import dev.primacy.event.NodeRoleChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Groups joined and left at run time, in a container. */
class GroupsTest {
  private static final Duration LONG = Duration.ofSeconds(30);

  private final String space = "g" + UUID.randomUUID().toString().substring(0, 8);

  // ---- the example of the page

  @ApplicationScoped
  static class Tenants {
    @Inject Groups groups;
    final List<String> leads = new CopyOnWriteArrayList<>();

    Membership opened(String tenant) {
      return groups.join("tenant-" + tenant);
    }

    CompletionStage<Void> closed(String tenant) {
      return groups.leave("tenant-" + tenant);
    }

    void lead(@Observes @Became(NodeRole.PRIMARY) NodeRoleChanged change) {
      leads.add(change.group());
    }

    Set<String> names() {
      return groups.names();
    }

    List<String> leads() {
      return leads;
    }
  }

  @Test
  void tenants_come_and_go() throws Exception {
    Map<String, String> settings = settings();
    settings.remove("primacy.group");
    try (Deployed node = Deployed.with(settings, Tenants.class)) {
      Tenants tenants = node.get(Tenants.class);
      assertThat(in(node, tenants::names)).isEmpty();
      Membership acme = in(node, () -> tenants.opened("acme"));
      Membership zenith = in(node, () -> tenants.opened("zenith"));
      await().atMost(LONG).until(() -> acme.isPrimary() && zenith.isPrimary());
      await().until(() -> in(node, tenants::leads).size() == 2);
      get(in(node, () -> tenants.closed("acme")));
      assertThat(in(node, tenants::names)).containsExactly("tenant-zenith");
      assertThat(acme.role()).isEqualTo(NodeRole.NOT_IN_GROUP);
      assertThat(zenith.isPrimary()).isTrue();
    }
  }

  // ---- what observers hear

  @RequestScoped
  static class OfTheRequest {
    String name() {
      return "there";
    }
  }

  @ApplicationScoped
  static class Witness {
    @Inject Groups groups;
    @Inject OfTheRequest request;
    final List<String> all = new CopyOnWriteArrayList<>();
    final List<String> late = new CopyOnWriteArrayList<>();
    final List<String> async = new CopyOnWriteArrayList<>();
    final List<String> context = new CopyOnWriteArrayList<>();
    final List<ClusterEvent> other = new CopyOnWriteArrayList<>();

    void every(@Observes NodeRoleChanged change) {
      all.add(change.group() + " " + change.current());
    }

    void late(@Observes @InGroup("late") NodeRoleChanged change) {
      late.add(change.current() + " " + change.seq() + " " + change.cause());
      context.add(
          request.name()
              + " "
              + Thread.currentThread().getName().replaceAll(".*-(\\w+)-\\d+", "$1")
              + " "
              + Thread.currentThread().getContextClassLoader().getClass().getSimpleName());
    }

    void lateAsync(@ObservesAsync @InGroup("late") NodeRoleChanged change) {
      async.add(change.current() + " " + change.seq());
    }

    void never(@Observes @InGroup("neverjoined") ClusterEvent event) {
      other.add(event);
    }

    Groups groups() {
      return groups;
    }

    List<String> all() {
      return all;
    }

    List<String> late() {
      return late;
    }

    List<String> async() {
      return async;
    }

    List<String> context() {
      return context;
    }

    List<ClusterEvent> other() {
      return other;
    }
  }

  @Test
  void observers_hear_of_a_group_from_its_join_to_its_leave_each_time() throws Exception {
    try (Deployed node = Deployed.with(settings(), Witness.class, OfTheRequest.class)) {
      Witness witness = node.get(Witness.class);
      for (int i = 0; i < 2; i++) {
        Membership late = in(node, () -> witness.groups().join("late"));
        await().atMost(LONG).until(late::isPrimary);
        get(in(node, () -> witness.groups().leave("late")));
      }
      await().atMost(LONG).until(() -> heard(node, witness::late).size() == 8);
      assertThat(heard(node, witness::late).subList(0, 4))
          .containsExactly(
              "SECONDARY 1 JOINED",
              "PRIMARY 2 ACQUIRED",
              "SECONDARY 3 LEFT",
              "NOT_IN_GROUP 4 LEFT");
      assertThat(heard(node, witness::late).subList(4, 8))
          .isEqualTo(heard(node, witness::late).subList(0, 4));
      await().atMost(LONG).until(() -> heard(node, witness::async).size() == 8);
      assertThat(heard(node, witness::async).subList(0, 4))
          .containsExactly("SECONDARY 1", "PRIMARY 2", "SECONDARY 3", "NOT_IN_GROUP 4");
      assertThat(heard(node, witness::context)).containsOnly("there events URLClassLoader");
      assertThat(heard(node, witness::all)).contains("late PRIMARY", "ledger SECONDARY");
      assertThat(heard(node, witness::other)).isEmpty();
    }
  }

  // ---- guards and views of groups that are joined later

  @ApplicationScoped
  static class Nightly {
    @Inject Groups groups;

    @Inject
    @InGroup("nightly")
    Membership view;

    @PrimaryOnly(group = "nightly")
    String run() {
      return "ran";
    }

    Groups groups() {
      return groups;
    }

    Membership view() {
      return view;
    }
  }

  @Test
  void a_guard_of_a_group_that_is_joined_later_refuses_while_it_is_not_joined() throws Exception {
    Map<String, String> settings = settings();
    settings.put("primacy.groups", "nightly");
    settings.put("primacy.groups.nightly.join", "later");
    try (Deployed node = Deployed.with(settings, Nightly.class)) {
      Nightly nightly = node.get(Nightly.class);
      for (int i = 0; i < 2; i++) {
        refused(node, nightly);
        assertThat(in(node, nightly::view).standing()).isEqualTo(GroupStanding.LEFT);
        in(node, () -> nightly.groups().join("nightly"));
        await().atMost(LONG).until(in(node, nightly::view)::isPrimary);
        assertThat(in(node, nightly::run)).isEqualTo("ran");
        get(in(node, () -> nightly.groups().leave("nightly")));
      }
      refused(node, nightly);
    }
  }

  private static void refused(Deployed node, Nightly nightly) {
    ContextLoader.run(
        node.loader(),
        () ->
            assertThatThrownBy(nightly::run)
                .isInstanceOfSatisfying(
                    NotPrimaryException.class,
                    refused ->
                        assertThat(refused.refusal().role()).isEqualTo(NodeRole.NOT_IN_GROUP)));
  }

  @Test
  void a_guard_or_view_of_a_group_that_is_not_configured_is_refused_and_told_how() {
    assertThat(Deployed.failing(settings(), Nightly.class))
        .contains("PRIMACY-1205")
        .contains("@PrimaryOnly on " + Nightly.class.getName() + ".run() asks for")
        .contains("@Inject at " + Nightly.class.getName() + ".view asks for")
        .contains("primacy.groups.nightly.join=later");
  }

  @Dependent
  static class Unnamed {
    @Inject Groups groups;

    @PrimaryOnly
    void post() {}
  }

  @Test
  void where_no_group_is_configured_none_is_the_default() {
    Map<String, String> settings = settings();
    settings.remove("primacy.group");
    assertThat(Deployed.failing(settings, Unnamed.class))
        .contains("PRIMACY-1206")
        .contains("configured are none");
  }

  // ---- without a cluster

  @Test
  void standalone_a_group_lets_everything_in_until_it_is_left() throws Exception {
    try (Deployed node = Deployed.of(Witness.class, OfTheRequest.class)) {
      Witness witness = node.get(Witness.class);
      Groups groups = in(node, witness::groups);
      Membership late = in(node, () -> groups.join("late"));
      assertThat(late.standing()).isEqualTo(GroupStanding.STANDALONE);
      assertThat(late.role()).isEqualTo(NodeRole.NOT_IN_GROUP);
      assertThat(in(node, groups::names)).containsExactly("default", "late");
      await().atMost(LONG).until(() -> heard(node, witness::late).size() == 1);
      assertThat(heard(node, witness::late)).containsExactly("NOT_IN_GROUP 1 JOINED");
      get(in(node, () -> groups.leave("late")));
      assertThat(late.standing()).isEqualTo(GroupStanding.LEFT);
    }
  }

  // ---- when

  @ApplicationScoped
  static class Early {
    @Inject Groups groups;
    Membership joined;

    void start(@Observes @Initialized(ApplicationScoped.class) Object application) {
      joined = groups.join("early");
    }

    Membership joined() {
      return joined;
    }
  }

  @Test
  void a_group_joined_while_the_application_starts_is_joined_with_it() {
    try (Deployed node = Deployed.with(settings(), Early.class)) {
      Early early = node.get(Early.class);
      await().atMost(LONG).until(in(node, early::joined)::isPrimary);
    }
  }

  private Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>();
    settings.put("primacy.group", "ledger");
    settings.put("primacy.engine", "memory");
    settings.put("primacy.memory.name", space);
    settings.put("primacy.node.name", "n1");
    settings.put("primacy.lease", "1s");
    return settings;
  }

  private static void get(CompletionStage<Void> stage) throws Exception {
    stage.toCompletableFuture().get(20, TimeUnit.SECONDS);
  }

  private static <T> List<T> heard(Deployed node, Supplier<List<T>> work) {
    return in(node, work);
  }

  private static <T> T in(Deployed node, Supplier<T> work) {
    return ContextLoader.call(node.loader(), work);
  }
}
