package dev.primacy.demo.launch;

import dev.primacy.demo.DemoMessages;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Light nodes: the jar this build made, one process each. */
final class LightPlans extends Plans {
  /** Three virtual machines start at once, on a machine that may have two cores. */
  private static final List<String> QUICK_START =
      List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

  private final Path jar;
  private final Path data;

  LightPlans(LaunchOptions options) {
    super(options);
    this.jar = options.target().resolve("primacy-demo-node.jar");
    this.data = options.target().resolve("demo");
  }

  @Override
  void prepare() {
    if (!Files.exists(jar)) {
      throw new LaunchException(DemoMessages.TEXT.notBuilt(jar));
    }
    Directories.empty(data);
  }

  @Override
  NodePlan plan(int index) {
    List<String> words = words(index);
    List<String> command = new ArrayList<>(words);
    command.add("--stop-on-eof");
    return new NodePlan(
        name(index),
        URI.create(url(index)),
        command,
        line(words.stream()),
        ports(index),
        NodePlan.Output.SHOWN);
  }

  private List<String> words(int index) {
    List<String> words = new ArrayList<>(List.of(java()));
    words.addAll(QUICK_START);
    words.addAll(List.of("-jar", jar.toString()));
    words.addAll(List.of("--name", name(index), "--bind", NodePlan.HOST));
    words.addAll(List.of("--http", Integer.toString(options.http(index))));
    words.addAll(List.of("--cluster", Integer.toString(options.cluster(index))));
    words.addAll(List.of("--peers", options.peers(), "--data", data.toString()));
    words.addAll(List.of("--set", "demo.nodes=" + urls()));
    options.settings().forEach((key, value) -> words.addAll(List.of("--set", key + "=" + value)));
    return List.copyOf(words);
  }

  @Override
  String url(int index) {
    return "http://" + NodePlan.HOST + ":" + options.http(index) + "/";
  }

  @Override
  long primaryWithinSeconds() {
    return 60;
  }
}
