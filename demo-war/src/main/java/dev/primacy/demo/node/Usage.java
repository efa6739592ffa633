package dev.primacy.demo.node;

import java.util.Arrays;
import java.util.stream.Collectors;

/** What {@code --help} prints. */
final class Usage {
  private static final String TEXT =
      """
      One node of the Primacy demo, in the foreground. SIGTERM or Ctrl-C hands the role over and
      ends it within 20 s; the same line again brings it back after a crash.

      java -jar primacy-demo-node.jar --name n1 --http 8080 --data DIR \\
          --cluster 7800 --peers 127.0.0.1:7800,127.0.0.1:7801,127.0.0.1:7802

      %s

      Without --cluster and --peers the node is standalone: every call is let in.
      Settings of the demo: demo.resource=URL (writes go there), demo.counter=FILE (else they are
      counted there; default DIR/counter), demo.nodes=URL,… (all nodes, for the page).
      """;

  private Usage() {}

  static String text() {
    String flags =
        Arrays.stream(Flag.values())
            .map(
                flag ->
                    "  %-24s %s".formatted(flag.text() + " " + flag.value(), flag.description()))
            .collect(Collectors.joining("\n"));
    return TEXT.formatted(flags);
  }
}
