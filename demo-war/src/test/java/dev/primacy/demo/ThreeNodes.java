package dev.primacy.demo;

import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Three light nodes in processes of their own, each with a part of the ensemble. */
final class ThreeNodes implements AutoCloseable {
  private static final Duration BOOT = Duration.ofSeconds(60);

  private final Path work;
  private final int http = FreePorts.range(0, 1, 2);
  private final int cluster = FreePorts.clusterOfThree();
  private final Map<String, String> settings;
  private final List<NodeProcess> nodes = new ArrayList<>();

  private ThreeNodes(Path work, Map<String, String> settings) {
    this.work = work;
    this.settings = Map.copyOf(settings);
  }

  /** Starts them, and waits until one of them leads and the others know that they do not. */
  static ThreeNodes start(Path work, Map<String, String> settings) {
    ThreeNodes three = new ThreeNodes(work, settings);
    try {
      IntStream.range(0, 3).forEach(index -> three.nodes.add(three.start(index)));
      three.awaitSettled();
      return three;
    } catch (RuntimeException | Error e) {
      three.close();
      throw e;
    }
  }

  private NodeProcess start(int index) {
    String peers =
        "127.0.0.1:%d,127.0.0.1:%d,127.0.0.1:%d".formatted(cluster, cluster + 1, cluster + 2);
    List<String> more = new ArrayList<>();
    more.addAll(List.of("--cluster", Integer.toString(cluster + index), "--peers", peers));
    settings.forEach((key, value) -> more.addAll(List.of("--set", key + "=" + value)));
    return NodeProcess.start("n" + (index + 1), http + index, work, more);
  }

  /** Brings a node back that has ended, with its old directory. */
  void restart(NodeProcess ended) {
    int index = nodes.indexOf(ended);
    nodes.set(index, start(index));
    awaitSettled();
  }

  private void awaitSettled() {
    await()
        .atMost(BOOT)
        .until(
            () ->
                nodes.stream().filter(NodeProcess::isPrimary).count() == 1
                    && nodes.stream().filter(node -> node.role().equals("SECONDARY")).count() == 2);
  }

  /** The one that leads. */
  NodeProcess primary() {
    awaitSettled();
    return nodes.stream().filter(NodeProcess::isPrimary).findFirst().orElseThrow();
  }

  /** Where they answer, in the order of their names. */
  List<String> addresses() {
    return IntStream.range(0, 3).mapToObj(index -> "127.0.0.1:" + (http + index)).toList();
  }

  List<NodeProcess> nodes() {
    return List.copyOf(nodes);
  }

  @Override
  public void close() {
    nodes.forEach(NodeProcess::close);
  }
}
