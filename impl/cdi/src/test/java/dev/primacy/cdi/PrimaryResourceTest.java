package dev.primacy.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import dev.primacy.Membership;
import dev.primacy.NotPrimaryException;
import dev.primacy.PrimaryOnly;
import dev.primacy.PrimaryResource;
import dev.primacy.event.NodeRoleChanged;
import dev.primacy.event.NodeRoleChanging;
import dev.primacy.event.ObserverFailed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.io.Closeable;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What exists on the primary only. */
class PrimaryResourceTest {
  private static final Duration LONG = Duration.ofSeconds(30);

  /** What happened, of the application deployed last. */
  private static final List<String> STEPS = new CopyOnWriteArrayList<>();

  private static final AtomicInteger MADE = new AtomicInteger();
  private static final AtomicBoolean BROKEN = new AtomicBoolean();

  private final String space = "p" + UUID.randomUUID().toString().substring(0, 8);

  @BeforeEach
  void forget() {
    STEPS.clear();
    MADE.set(0);
    BROKEN.set(false);
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

  private static <T> T in(Deployed node, Supplier<T> work) {
    return ContextLoader.call(node.loader(), work);
  }

  /** Something that is listened on. */
  static final class Port implements AutoCloseable {
    final int number;

    Port(int number) {
      this.number = number;
      STEPS.add("open " + number);
    }

    @Override
    public void close() {
      STEPS.add("close " + number);
    }
  }

  /** Something with no way of its own to be closed. */
  static final class Address {}

  @ApplicationScoped
  static class Listening {
    @Produces
    @PrimaryResource
    Port port(Numbers numbers) {
      if (BROKEN.get()) {
        throw new IllegalStateException("the port is taken");
      }
      return new Port(numbers.next());
    }
  }

  @ApplicationScoped
  static class Numbers {
    int next() {
      return MADE.incrementAndGet();
    }
  }

  @ApplicationScoped
  static class User {
    @Inject @PrimaryResource Instance<Port> port;
    @Inject Membership membership;
    final CountDownLatch within = new CountDownLatch(1);
    final CountDownLatch go = new CountDownLatch(1);

    int number() {
      return port.get().number;
    }

    @PrimaryOnly
    int slowly() throws InterruptedException {
      within.countDown();
      go.await(20, TimeUnit.SECONDS);
      STEPS.add("used " + number());
      return number();
    }

    void changing(@Observes NodeRoleChanging event) {
      STEPS.add("changing " + event.to() + " with " + (isThere() ? "one" : "none"));
    }

    void changed(@Observes NodeRoleChanged event) {
      STEPS.add("changed " + event.current() + " with " + (isThere() ? "one" : "none"));
    }

    private boolean isThere() {
      return catchThrowable(this::number) == null;
    }

    Membership membership() {
      return membership;
    }

    CountDownLatch within() {
      return within;
    }

    CountDownLatch go() {
      return go;
    }
  }

  private Deployed deployed() {
    return Deployed.with(settings(), Listening.class, Numbers.class, User.class);
  }

  private static void awaitStep(String step) {
    await().atMost(LONG).until(() -> STEPS.contains(step));
  }

  @Test
  @DisplayName(
      "S2.37: a resource is there from before the guard opens until after the calls drained")
  void a_resource_follows_the_role() throws Exception {
    try (Deployed node = deployed()) {
      awaitStep("changed PRIMARY with one");
      User user = node.get(User.class);
      assertThat(in(node, user::number)).isEqualTo(1);
      assertThat(in(node, user::number)).as("the same").isEqualTo(1);
      CompletableFuture<Integer> call =
          CompletableFuture.supplyAsync(() -> in(node, () -> slowly(user)));
      assertThat(in(node, user::within).await(20, TimeUnit.SECONDS)).isTrue();
      var down = in(node, user::membership).stepDown();
      awaitStep("changing SECONDARY with one");
      in(node, user::go).countDown();
      assertThat(call.get(20, TimeUnit.SECONDS)).isEqualTo(1);
      down.toCompletableFuture().get(20, TimeUnit.SECONDS);
      await().atMost(LONG).until(() -> STEPS.contains("open 2"));
    }
    assertThat(STEPS)
        .startsWith(
            "changed SECONDARY with none",
            "open 1",
            "changing PRIMARY with one",
            "changed PRIMARY with one",
            "changing SECONDARY with one",
            "used 1",
            "close 1",
            "changed SECONDARY with none",
            "open 2")
        .endsWith("close 2", "changed SECONDARY with none", "changed NOT_IN_GROUP with none");
  }

  private static int slowly(User user) {
    try {
      return user.slowly();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stop);
    }
  }

  @Test
  @DisplayName("S2.37: what is not there is refused as a call of a secondary is")
  void what_is_not_there_is_refused_with_the_reason() {
    Map<String, String> passive = settings();
    passive.put("primacy.node.passive", "true");
    try (Deployed node = Deployed.with(passive, Listening.class, Numbers.class, User.class)) {
      awaitStep("changed SECONDARY with none");
      User user = node.get(User.class);
      assertThat(catchThrowable(() -> in(node, user::number)))
          .isInstanceOf(NotPrimaryException.class)
          .hasMessageContaining("Listening.port")
          .hasMessageContaining("ledger");
    }
    assertThat(MADE).hasValue(0);
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
  @DisplayName(
      "S2.37: a producer that throws hands the promotion back, and what it opened is closed")
  void a_producer_that_throws_hands_the_promotion_back() {
    BROKEN.set(true);
    try (Deployed node =
        Deployed.with(
            settings(),
            AnotherListening.class,
            Listening.class,
            Numbers.class,
            User.class,
            Failures.class)) {
      Failures failures = node.get(Failures.class);
      await().atMost(LONG).until(() -> !in(node, failures::failed).isEmpty());
      ObserverFailed failed = in(node, failures::failed).get(0);
      assertThat(failed.observer()).contains("Listening.port");
      assertThat(failed.failure()).hasMessage("the port is taken");
      awaitStep("close another");
      assertThat(STEPS).doesNotContain("changed PRIMARY with none", "changed PRIMARY with one");

      BROKEN.set(false);
      await().atMost(LONG).until(() -> STEPS.contains("changed PRIMARY with one"));
    }
    assertThat(STEPS.stream().filter(step -> step.startsWith("open")).count())
        .isEqualTo(STEPS.stream().filter(step -> step.startsWith("close")).count());
  }

  /** Closed by a method. */
  @ApplicationScoped
  static class AnotherListening {
    @Produces
    @PrimaryResource
    Address address() {
      STEPS.add("open another");
      return new Address();
    }

    void close(@Disposes @PrimaryResource Address address) {
      STEPS.add("close another");
    }
  }

  @Test
  @DisplayName("S2.37: a disposer closes what cannot close itself; standalone it is there as well")
  void standalone_a_resource_is_there_and_a_disposer_closes_it() {
    try (Deployed alone = Deployed.of(AnotherListening.class, AddressUser.class)) {
      await().atMost(LONG).until(() -> STEPS.contains("open another"));
      await().atMost(LONG).until(() -> in(alone, alone.get(AddressUser.class)::has));
    }
    assertThat(STEPS).containsExactly("open another", "close another");
  }

  @ApplicationScoped
  static class AddressUser {
    @Inject @PrimaryResource Instance<Address> address;

    boolean has() {
      return catchThrowable(address::get) == null;
    }
  }

  // ---- wrong uses

  @ApplicationScoped
  static class NoProducer {
    @PrimaryResource
    Port port() {
      return new Port(1);
    }
  }

  @ApplicationScoped
  static class Field {
    @Produces @PrimaryResource Port port;
  }

  @PrimaryResource
  @ApplicationScoped
  static class OnClass {}

  @ApplicationScoped
  static class Primitive {
    @Produces
    @PrimaryResource
    int port() {
      return 1;
    }
  }

  @ApplicationScoped
  static class NotCloseable {
    @Produces
    @PrimaryResource
    Address address() {
      return new Address();
    }
  }

  @ApplicationScoped
  static class Scoped {
    @Produces
    @ApplicationScoped
    @PrimaryResource
    Closeable port() {
      return () -> {};
    }
  }

  @ApplicationScoped
  static class UnknownGroup {
    @Produces
    @PrimaryResource(group = "audit")
    Port port() {
      return new Port(1);
    }
  }

  @ApplicationScoped
  static class Keeper {
    @Inject @PrimaryResource Port port;
  }

  @Dependent
  static class ParameterKeeper {
    @Inject
    public void use(@PrimaryResource Port port) {
      STEPS.add("kept " + port.number);
    }
  }

  @Test
  void what_cannot_be_carried_out_is_refused_with_a_number() {
    wrong("PRIMACY-1236", "NoProducer.port", NoProducer.class);
    wrong("PRIMACY-1236", "Field.port", Field.class);
    wrong("PRIMACY-1236", "OnClass", OnClass.class);
    wrong("PRIMACY-1237", "Primitive.port", Primitive.class);
    wrong("PRIMACY-1237", "NotCloseable.address", NotCloseable.class);
    wrong("PRIMACY-1238", "Scoped.port", Scoped.class);
    wrong("PRIMACY-1205", "UnknownGroup.port", UnknownGroup.class);
    wrong("PRIMACY-1239", "Keeper.port", Listening.class, Numbers.class, Keeper.class);
    wrong(
        "PRIMACY-1239",
        "ParameterKeeper.use",
        Listening.class,
        Numbers.class,
        ParameterKeeper.class);
  }

  private void wrong(String number, String place, Class<?>... beans) {
    assertThat(Deployed.failing(settings(), beans)).as(place).contains(number).contains(place);
  }
}
