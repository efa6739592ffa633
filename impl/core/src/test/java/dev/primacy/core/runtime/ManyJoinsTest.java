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

/** Many groups joined and left at once, at run time; what that costs is counted elsewhere. */
class ManyJoinsTest {
  private static final int GROUPS = 1_000;
  private static final Duration LONG = Duration.ofMinutes(2);

  @Test
  void a_thousand_groups_joined_at_once_are_all_held_and_left_and_the_first_one_stays()
      throws Exception {
    try (TestNode one = node("m-" + UUID.randomUUID(), "n1").with("primacy.lease", "3s").start()) {
      await().atMost(LONG).until(one::isPrimary);
      Groups groups = one.runtime.dynamicGroups();
      List<Membership> views =
          IntStream.range(0, GROUPS).mapToObj(i -> groups.join("tenant-" + i)).toList();
      await().atMost(LONG).until(() -> views.stream().allMatch(Membership::isPrimary));
      CompletableFuture<?>[] left =
          views.stream()
              .map(view -> groups.leave(view.group()).toCompletableFuture())
              .toArray(CompletableFuture<?>[]::new);
      CompletableFuture.allOf(left).get(LONG.toSeconds(), TimeUnit.SECONDS);
      assertThat(groups.names()).hasSize(1);
      assertThat(views).noneMatch(Membership::isPrimary);
      assertThat(one.isPrimary()).isTrue();
    }
  }
}
