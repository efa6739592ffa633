package dev.primacy.testkit.sample;

import dev.primacy.testkit.Cluster;
import dev.primacy.testkit.ClusterTest;
import dev.primacy.testkit.TestNode;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * Tests as users write them of the sample application, in its wrong and its mended forms; run by
 * {@link PlantedBugsTest}.
 */
final class PlantedBugs {
  private PlantedBugs() {}

  private static void sleepThroughTheLease(Cluster cluster, Class<? extends Cached.Job> job) {
    TestNode first = cluster.primary();
    cluster.pause(first, Duration.ofSeconds(20));
    first.select(job).run();
  }

  private static void handOver(Cluster cluster, Class<? extends Release.Work> work) {
    cluster.primary().select(work).handOver();
    cluster.advance(Duration.ofSeconds(10));
  }

  @ClusterTest(beans = {Archive.class, Cached.Wrong.class})
  static class CachedWrong {
    @Test
    void acts_after_a_pause(Cluster cluster) {
      sleepThroughTheLease(cluster, Cached.Wrong.class);
    }
  }

  @ClusterTest(beans = {Archive.class, Cached.Mended.class})
  static class CachedMended {
    @Test
    void acts_after_a_pause(Cluster cluster) {
      sleepThroughTheLease(cluster, Cached.Mended.class);
    }
  }

  @ClusterTest(beans = {Archive.class, Release.Early.class})
  static class ReleaseEarly {
    @Test
    void hands_over(Cluster cluster) {
      handOver(cluster, Release.Early.class);
    }
  }

  @ClusterTest(beans = {Archive.class, Release.Late.class})
  static class ReleaseLate {
    @Test
    void hands_over(Cluster cluster) {
      handOver(cluster, Release.Late.class);
    }
  }

  @ClusterTest(beans = {Archive.class, Release.Mended.class})
  static class ReleaseMended {
    @Test
    void hands_over(Cluster cluster) {
      handOver(cluster, Release.Mended.class);
    }
  }

  @ClusterTest(beans = {Archive.class, Callback.Slow.class})
  static class CallbackSlow {
    @Test
    void leads(Cluster cluster) {
      cluster.advance(Duration.ofSeconds(30));
    }
  }

  @ClusterTest(nodes = 1, beans = Callback.Waiting.class)
  static class CallbackWaiting {
    @Test
    void leads(Cluster cluster) {
      cluster.advance(Duration.ofSeconds(30));
    }
  }

  @ClusterTest(beans = Callback.Reentrant.class)
  static class CallbackReentrant {
    @Test
    void leads(Cluster cluster) {
      cluster.advance(Duration.ofSeconds(30));
    }
  }

  @ClusterTest(beans = {Archive.class, Callback.Mended.class})
  static class CallbackMended {
    @Test
    void leads(Cluster cluster) {
      cluster.advance(Duration.ofSeconds(30));
    }
  }
}
