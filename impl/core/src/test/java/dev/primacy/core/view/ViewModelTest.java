package dev.primacy.core.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.primacy.ClusterNode;
import dev.primacy.NodeId;
import dev.primacy.watch.FollowOptions.Baseline;
import dev.primacy.watch.NodeFollower;
import dev.primacy.watch.NodeView;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The view against the model, on what happens at random. */
class ViewModelTest {
  private static final int SEEDS = 100;
  private static final int EVENTS = 10_000;

  /** Thrown on the first call that differs. */
  private static final class Differs extends AssertionError {
    private static final long serialVersionUID = 1L;

    Differs(long seed, int events, List<?> expected, List<?> told) {
      super("seed " + seed + ", event " + events + ": expected " + expected + ", told " + told);
    }
  }

  private static void run(long seed, int events, ViewDefect defect) throws Exception {
    RandomCluster cluster = new RandomCluster(seed);
    Baseline baseline = seed % 2 == 0 ? Baseline.LAST_REPORTED : Baseline.LAST_SEEN;
    boolean wrong = defect == ViewDefect.COMPARES_WITH_LAST_SEEN;
    ViewModel model = new ViewModel(RandomCluster.RULES, baseline);
    DamagedFollower follower = new DamagedFollower(defect, RandomCluster.RULES);
    FollowerView view =
        new FollowerView(
            "model", follower, wrong ? Baseline.LAST_SEEN : baseline, CallPermit.ALWAYS);
    LatestStates waiting = new LatestStates();
    for (int event = 0; event < events; event++) {
      cluster.event().ifPresent(change -> waiting.add(List.of(change), node -> true));
      assertThat(waiting.size()).isLessThanOrEqualTo(14);
      if (cluster.below(4) == 0) {
        view.tell(follower.damaged(waiting.take()));
        List<List<Object>> told = follower.take();
        List<List<Object>> expected = model.batch(cluster.nodes);
        if (!told.equals(expected)) {
          throw new Differs(seed, event, expected, told);
        }
      }
    }
  }

  @Test
  @DisplayName(
      "S4.3, S4.4, S4.5, S4.6, S4.7, S4.9, S4.10, S4.13: a view tells what the model says, over a million random events")
  void a_view_tells_what_the_model_says() throws Exception {
    for (long seed = 0; seed < SEEDS; seed++) {
      run(seed, EVENTS, ViewDefect.NONE);
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  @DisplayName("S4.5, S4.9, S4.10: each planted defect of a view is noticed")
  void each_planted_defect_is_noticed(ViewDefect defect) throws Exception {
    for (long seed = 0; seed < 2; seed += 2) {
      try {
        run(seed, EVENTS, defect);
      } catch (Differs noticed) {
        return;
      }
    }
    fail("nobody noticed " + defect);
  }

  @Test
  @DisplayName(
      "AT-4.19: the set of the nodes with an address and the role of a controller is right after 10,000 random events")
  void a_set_that_is_kept_by_callbacks_is_right() throws Exception {
    for (long seed = 0; seed < 10; seed++) {
      RandomCluster cluster = new RandomCluster(seed);
      NodeView controllers =
          new NodeView() {
            @Override
            public boolean filter(ClusterNode node) {
              return node.endpoint().isPresent()
                  && "controller".equals(node.attributes().get("role"));
            }
          };
      Set<NodeId> kept = new HashSet<>();
      List<Set<NodeId>> published = new ArrayList<>();
      NodeFollower follower =
          NodeFollower.builder()
              .filter(node -> passes(controllers, node))
              .onAppeared(node -> kept.add(node.id()))
              .onRemoved(node -> kept.remove(node.id()))
              .onBatchDone(batch -> published.add(Set.copyOf(kept)))
              .build();
      FollowerView view =
          new FollowerView("controllers", follower, Baseline.LAST_REPORTED, CallPermit.ALWAYS);
      LatestStates waiting = new LatestStates();
      for (int event = 0; event < EVENTS; event++) {
        cluster.event().ifPresent(change -> waiting.add(List.of(change), node -> true));
        if (event % 5 == 4) {
          view.tell(waiting.take());
          Set<NodeId> expected = new HashSet<>(cluster.nodes.keySet());
          expected.removeIf(id -> !passes(controllers, cluster.nodes.get(id)));
          assertThat(published.get(published.size() - 1)).as("seed " + seed).isEqualTo(expected);
        }
      }
      assertThat(new HashSet<>(published)).as("it did change").hasSizeGreaterThan(10);
    }
  }

  private static boolean passes(NodeView view, ClusterNode node) {
    try {
      return view.filter(node);
    } catch (Exception impossible) {
      throw new AssertionError(impossible);
    }
  }
}
