package dev.primacy.engine.zookeeper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.zookeeper.util.ServiceUtils;
import org.junit.jupiter.api.Test;

class FatalExitsTest {

  private final List<String> told = new CopyOnWriteArrayList<>();

  @Test
  void only_the_owner_of_the_thread_that_asks_is_told_and_the_thread_is_unwound() throws Exception {
    try (FatalExits.Owner first = FatalExits.own(exit -> told.add("first"));
        FatalExits.Owner second = FatalExits.own(exit -> told.add("second"))) {
      assertThat(askOnGrandchildOf(second)).isInstanceOf(FatalExits.ServerExit.class);
      assertThat(told).containsExactly("second");
      assertThat(askOnGrandchildOf(first)).isInstanceOf(FatalExits.ServerExit.class);
      assertThat(told).containsExactly("second", "first");
    }
  }

  /** As a server does: threads started by threads started by the one that runs it. */
  private static Throwable askOnGrandchildOf(FatalExits.Owner owner) throws Exception {
    CompletableFuture<Throwable> thrown = new CompletableFuture<>();
    Thread runner =
        new Thread(
            () -> {
              owner.adoptCurrentThread();
              new Thread(
                      () -> {
                        Thread asking = new Thread(() -> ServiceUtils.requestSystemExit(13));
                        asking.setUncaughtExceptionHandler((thread, e) -> thrown.complete(e));
                        asking.start();
                      })
                  .start();
            });
    runner.start();
    return thrown.get();
  }

  @Test
  void all_are_told_if_nobody_knows_whose_thread_it_is() {
    try (FatalExits.Owner first = FatalExits.own(exit -> told.add("first"));
        FatalExits.Owner second = FatalExits.own(exit -> told.add("second"))) {
      assertThat(first).isNotSameAs(second);
      assertThatThrownBy(() -> ServiceUtils.requestSystemExit(1))
          .isInstanceOf(FatalExits.ServerExit.class)
          .hasMessageContaining("asked to end the process, code 1");
      assertThat(told).containsExactlyInAnyOrder("first", "second");
    }
  }

  @Test
  void a_late_thread_never_ends_the_process() {
    FatalExits.own(exit -> told.add("closed")).close();
    ServiceUtils.requestSystemExit(1);
    assertThat(told).isEmpty();
  }
}
