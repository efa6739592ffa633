package dev.primacy.core.runtime;

import static dev.primacy.core.runtime.TestNode.node;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.primacy.Groups;
import dev.primacy.Membership;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Many groups joined and left at once, at run time. */
class ManyJoinsTest {
  private static final Duration LEASE = Duration.ofSeconds(3);
  private static final Duration LONG = Duration.ofMinutes(2);

  /** How long it takes, without the lease that the first term of a group waits for. */
  private record Times(Duration join, Duration leave) {}

  private static Times measured(int count) throws Exception {
    try (TestNode one =
        node("m-" + UUID.randomUUID(), "n1")
            .with("primacy.lease", LEASE.toSeconds() + "s")
            .start()) {
      await().atMost(LONG).until(one::isPrimary);
      Groups groups = one.runtime.dynamicGroups();
      long began = System.nanoTime();
      List<Membership> views =
          IntStream.range(0, count).mapToObj(i -> groups.join("tenant-" + i)).toList();
      await().atMost(LONG).until(() -> views.stream().allMatch(Membership::isPrimary));
      long joined = System.nanoTime();
      CompletableFuture<?>[] left =
          views.stream()
              .map(view -> groups.leave(view.group()).toCompletableFuture())
              .toArray(CompletableFuture<?>[]::new);
      CompletableFuture.allOf(left).get(LONG.toSeconds(), TimeUnit.SECONDS);
      long end = System.nanoTime();
      assertThat(groups.names()).hasSize(1);
      assertThat(one.isPrimary()).as("the lease was renewed all the while").isTrue();
      assertThat(one.view().requirePrimary().term()).isEqualTo(1);
      return new Times(
          Duration.ofNanos(joined - began).minus(LEASE), Duration.ofNanos(end - joined));
    }
  }

  @Test
  void ten_thousand_groups_joined_at_once_take_no_more_time_each_than_a_thousand()
      throws Exception {
    measured(100);
    Times thousand = measured(1_000);
    Times tenThousand = measured(10_000);
    System.out.printf("1,000 groups: %s%n10,000 groups: %s%n", thousand, tenThousand);
    assertThat(tenThousand.join()).isLessThan(thousand.join().multipliedBy(30).plusSeconds(1));
    assertThat(tenThousand.leave()).isLessThan(thousand.leave().multipliedBy(30).plusSeconds(1));
  }
}
