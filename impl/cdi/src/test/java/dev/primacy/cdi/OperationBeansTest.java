package dev.primacy.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.primacy.ClusterNode;
import dev.primacy.GroupStanding;
import dev.primacy.NodeRole;
import dev.primacy.RoleEvents;
import dev.primacy.control.Alarms;
import dev.primacy.control.ClusterControl;
import dev.primacy.control.GroupAdmin;
import dev.primacy.control.SecondaryInitializer;
import dev.primacy.control.StateVersion;
import dev.primacy.core.runtime.PrimacyRuntime;
import dev.primacy.core.runtime.PrimacyRuntimes;
import dev.primacy.core.runtime.RuntimeSetup;
import dev.primacy.core.settings.MapSettings;
import dev.primacy.event.ClusterEvent;
import dev.primacy.event.NodeRoleChanged;
import dev.primacy.event.NodeRoleChanging;
import dev.primacy.event.ObserverFailed;
import dev.primacy.spi.Engine;
import dev.primacy.spi.EngineContext;
import dev.primacy.spi.PutOutcome;
import dev.primacy.spi.RecordKey;
import dev.primacy.spi.RecordStore;
import dev.primacy.spi.RecordVersion;
import dev.primacy.spi.SettingDescription;
import dev.primacy.spi.StoreException;
import dev.primacy.spi.StoredRecord;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What operators' parts are injected as, and what comes of having them injected. */
class OperationBeansTest {
  private static final Duration LONG = Duration.ofSeconds(30);

  private final String space = "o" + UUID.randomUUID().toString().substring(0, 8);

  private Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>();
    settings.put("primacy.group", "ledger");
    settings.put("primacy.engine", "memory");
    settings.put("primacy.memory.name", space);
    settings.put("primacy.node.name", "n1");
    settings.put("primacy.lease", "1s");
    return settings;
  }

  private static <T> T in(Deployed node, Supplier<T> work) {
    return ContextLoader.call(node.loader(), work);
  }

  // ---- subscriptions

  @RequestScoped
  static class OfTheRequest {
    String name() {
      return "there";
    }
  }

  @ApplicationScoped
  static class Subscriber {
    @Inject RoleEvents events;
    @Inject OfTheRequest request;
    final List<String> heard = new CopyOnWriteArrayList<>();
    final List<String> context = new CopyOnWriteArrayList<>();

    void listen() {
      events.subscribeWithCurrent(
          change -> {
            heard.add(change.group() + " " + change.current());
            context.add(
                request.name()
                    + " "
                    + Thread.currentThread().getContextClassLoader().getClass().getSimpleName());
          });
    }

    void fail(Class<? extends ClusterEvent> type) {
      events.subscribe(
          type,
          event -> {
            if (!(event instanceof NodeRoleChanging changing)
                || changing.to() == NodeRole.PRIMARY) {
              throw new IllegalStateException("planted");
            }
          });
    }

    RoleEvents events() {
      return events;
    }

    List<String> heard() {
      return heard;
    }

    List<String> context() {
      return context;
    }
  }

  @Test
  @DisplayName(
      "S1.1, S1.21: a subscription by code is told as an observer is, the current role first")
  void a_subscription_by_code_is_told_as_an_observer_is() {
    try (Deployed node = Deployed.with(settings(), Subscriber.class, OfTheRequest.class)) {
      Subscriber subscriber = node.get(Subscriber.class);
      PrimacyRuntime runtime = node.deployment().runtime();
      assertThat(runtime.engine()).as("it is used").contains("memory");
      await().atMost(LONG).until(runtime.membership("ledger")::isPrimary);
      ContextLoader.run(node.loader(), subscriber::listen);
      await().atMost(LONG).until(() -> !in(node, subscriber::heard).isEmpty());
      runtime.membership("ledger").stepDown().toCompletableFuture().join();
      await().atMost(LONG).until(() -> in(node, subscriber::heard).size() >= 3);
      assertThat(in(node, subscriber::heard))
          .containsSubsequence("ledger PRIMARY", "ledger SECONDARY", "ledger PRIMARY");
      assertThat(in(node, subscriber::context)).containsOnly("there URLClassLoader");
    }
  }

  @ApplicationScoped
  static class Failures {
    final List<ObserverFailed> failed = new CopyOnWriteArrayList<>();

    void failed(@Observes ObserverFailed event) {
      failed.add(event);
    }

    List<ObserverFailed> failed() {
      return failed;
    }
  }

  @Test
  @DisplayName("S1.21: a subscription that throws is reported, and may hand a promotion back")
  void a_subscription_that_throws_is_reported_as_an_observer_is() {
    try (Deployed node =
        Deployed.with(
            settings(), Subscriber.class, OfTheRequest.class, Failures.class, Warmer.class)) {
      Failures failures = node.get(Failures.class);
      await().atMost(LONG).until(() -> !in(node, failures::failed).isEmpty());
      assertThat(in(node, failures::failed).get(0).observer()).startsWith("subscription of ");
      assertThat(node.deployment().runtime().membership("ledger").role())
          .isEqualTo(NodeRole.SECONDARY);
    }
  }

  @ApplicationScoped
  static class Warmer {
    void start(
        @Observes @Initialized(ApplicationScoped.class) Object application, Subscriber subscriber) {
      subscriber.fail(NodeRoleChanging.class);
    }
  }

  // ---- alarms and control

  @ApplicationScoped
  static class Panel {
    @Inject Alarms alarms;
    @Inject ClusterControl control;
    @Inject GroupAdmin admin;
    @Inject Instance<Alarms> lookup;

    int active() {
      return alarms.active().size() + lookup.get().active().size();
    }

    boolean complete() {
      return control != null && admin != null;
    }
  }

  @Test
  void the_parts_for_operators_are_beans() {
    try (Deployed node = Deployed.with(settings(), Panel.class)) {
      Panel panel = node.get(Panel.class);
      assertThat(in(node, panel::complete)).isTrue();
      assertThat(in(node, panel::active)).isZero();
    }
  }

  @ApplicationScoped
  static class Commander {
    @Inject Instance<ClusterControl> control;
  }

  @ApplicationScoped
  static class Monitor {
    @Inject Alarms alarms;
  }

  @ApplicationScoped
  static class Administrator {
    @Inject GroupAdmin admin;
  }

  @ApplicationScoped
  static class Idle {}

  @Test
  @DisplayName("DESIGN 5.8: each part for operators starts the engine, and nothing does not")
  void whoever_has_one_of_them_injected_needs_the_engine() {
    for (Class<?> user : List.of(Commander.class, Monitor.class, Administrator.class)) {
      try (Deployed node = Deployed.with(settings(), user)) {
        assertThat(node.deployment().runtime().engine()).as(user.getSimpleName()).isPresent();
      }
    }
    try (Deployed node = Deployed.with(settings(), Idle.class)) {
      assertThat(node.deployment().runtime().engine()).isEmpty();
    }
  }

  // ---- the initializer

  @ApplicationScoped
  static class Copier implements SecondaryInitializer {
    @Override
    public String schema() {
      return "v7";
    }

    @Override
    public StateVersion here(String group) {
      throw new UnsupportedOperationException();
    }

    @Override
    public StateVersion at(String group, ClusterNode primary) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void copy(String group, ClusterNode primary) {
      throw new UnsupportedOperationException();
    }
  }

  @Dependent
  static class SecondCopier extends Copier {}

  @ApplicationScoped
  static class Factory {
    @Produces
    @ApplicationScoped
    SecondaryInitializer third() {
      return new Copier();
    }
  }

  @Test
  void there_is_at_most_one_initializer() {
    assertThat(Deployed.failing(settings(), Copier.class, SecondCopier.class))
        .contains("PRIMACY-1235")
        .contains(Copier.class.getName())
        .contains(SecondCopier.class.getName());
    assertThat(Deployed.failing(settings(), Copier.class, Factory.class)).contains("PRIMACY-1235");
    try (Deployed node = Deployed.with(settings(), Copier.class, Monitor.class)) {
      assertThat(in(node, () -> node.deployment().initializers().found().orElseThrow().schema()))
          .isEqualTo("v7");
    }
    try (Deployed node = Deployed.with(settings(), Factory.class, Monitor.class)) {
      assertThat(in(node, () -> node.deployment().initializers().found().orElseThrow().schema()))
          .isEqualTo("v7");
    }
    try (Deployed node = Deployed.with(settings(), Monitor.class)) {
      assertThat(node.deployment().initializers().found()).isEmpty();
    }
  }

  // ---- waiting for the role

  @ApplicationScoped
  static class Late {
    void changed(@Observes NodeRoleChanged change) {
      // so that there is something to be told
    }
  }

  @Test
  @DisplayName("S2.36: a deployment that waits for its role goes on once it is known")
  void a_deployment_that_waits_goes_on_once_the_standing_is_known() {
    Map<String, String> settings = settings();
    settings.put("primacy.startup.wait-for-role", "20s");
    try (LogLines log = new LogLines();
        Deployed node = Deployed.with(settings, Late.class)) {
      assertThat(node.deployment().runtime().membership("ledger").standing())
          .isEqualTo(GroupStanding.MEMBER);
      assertThat(log.text()).contains("PRIMACY-2302").doesNotContain("PRIMACY-2303");
    }
  }

  /** Never answers. */
  private static final class SilentEngine implements Engine {
    @Override
    public String name() {
      return "silent";
    }

    @Override
    public List<SettingDescription> settings() {
      return List.of();
    }

    @Override
    public RecordStore open(EngineContext context) {
      return new SilentStore();
    }
  }

  private static final class SilentStore implements RecordStore {
    @Override
    public Optional<StoredRecord> read(RecordKey key) throws StoreException {
      throw new StoreException("silent");
    }

    @Override
    public List<StoredRecord> list() throws StoreException {
      throw new StoreException("silent");
    }

    @Override
    public PutOutcome put(RecordKey key, RecordVersion expected, byte[] value) {
      return new PutOutcome.Refused(new StoreException("silent"));
    }

    @Override
    public PutOutcome remove(RecordKey key, RecordVersion expected) {
      return new PutOutcome.Refused(new StoreException("silent"));
    }

    @Override
    public void close() {
      // nothing is open
    }
  }

  @Test
  @DisplayName("S2.36: a deployment goes on without its role after the time that is configured")
  void a_deployment_goes_on_without_a_role_after_its_time() {
    Map<String, String> settings =
        Map.of("primacy.group", "ledger", "primacy.startup.wait-for-role", "300ms");
    try (LogLines log = new LogLines();
        PrimacyRuntime runtime =
            PrimacyRuntimes.create(
                RuntimeSetup.of("waiting")
                    .withSource(new MapSettings(settings))
                    .withEngines(List.of(new SilentEngine())))) {
      runtime.start();
      RoleWait.run(runtime);
      assertThat(runtime.membership("ledger").standing()).isEqualTo(GroupStanding.JOINING);
      assertThat(log.text()).contains("PRIMACY-2303").contains("groups=ledger");
    }
  }

  // ---- the sample of the predecessor

  @ApplicationScoped
  static class AgHook {
    final List<String> said = new CopyOnWriteArrayList<>();

    void on(@Observes NodeRoleChanged event) {
      if (event.isInitial()) {
        said.add("The node started with role " + event.current().displayName());
      } else {
        said.add(
            "The node changed from role "
                + event.previous().orElseThrow().displayName()
                + " to "
                + event.current().displayName());
      }
      switch (event.current()) {
        case PRIMARY -> said.add("primary");
        case SECONDARY -> said.add("secondary");
        case NOT_IN_GROUP -> said.add("not in group");
      }
    }

    List<String> said() {
      return said;
    }
  }

  @Test
  @DisplayName("AT-1.13, S1.3, S1.4, S1.5: the hook of the predecessor's sample, branch by branch")
  void the_hook_of_the_sample_runs_each_branch_once_on_the_way_through_the_roles() {
    List<String> said;
    try (Deployed alone = Deployed.of(AgHook.class)) {
      AgHook first = alone.get(AgHook.class);
      await().atMost(LONG).until(() -> in(alone, first::said).size() == 2);
      assertThat(in(alone, first::said))
          .containsExactly("The node started with role Not in a group", "not in group");
    }
    try (Deployed node = Deployed.with(settings(), AgHook.class)) {
      AgHook second = node.get(AgHook.class);
      await().atMost(LONG).until(() -> in(node, second::said).size() == 4);
      said = in(node, second::said);
      assertThat(said)
          .containsExactly(
              "The node started with role Secondary",
              "secondary",
              "The node changed from role Secondary to Primary",
              "primary");
    }
    assertThat(said)
        .endsWith("The node changed from role Secondary to Not in a group", "not in group")
        .filteredOn(line -> line.equals("primary") || line.equals("not in group"))
        .containsExactly("primary", "not in group");
  }

  @Test
  @DisplayName("AT-1.1: without a group there is one event, empty to NOT_IN_GROUP, and no other")
  void without_a_group_exactly_one_role_event_is_told() {
    try (Deployed alone = Deployed.of(Subscriber.class, OfTheRequest.class)) {
      Subscriber subscriber = alone.get(Subscriber.class);
      ContextLoader.run(alone.loader(), subscriber::listen);
      await().atMost(LONG).until(() -> in(alone, subscriber::heard).size() == 1);
      assertThat(in(alone, subscriber::heard)).containsExactly("default NOT_IN_GROUP");
    }
  }

  @Test
  void an_event_id_that_no_event_has_is_refused() {
    try (Deployed alone = Deployed.of(Subscriber.class, OfTheRequest.class)) {
      RoleEvents events = in(alone, alone.get(Subscriber.class)::events);
      assertThatThrownBy(() -> events.subscribe(7, event -> {}))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("PRIMACY-1044");
    }
  }
}
