package dev.primacy.demo.launch;

import java.util.List;
import java.util.Optional;

/** What an operator pastes into a shell: names first, then commands that use them. */
final class OperatorLines {
  private static final String VERSION =
      "version() { curl -s -o /dev/null -D - -H \"Authorization: Bearer $T\" $P/group"
          + " | tr -d '\\r' | sed -n 's/^[Ee][Tt]ag: //p'; }";
  private static final String COMMAND =
      "ask() { curl -s -X POST -H \"Authorization: Bearer $T\" -H 'Content-Type:"
          + " application/json' -H \"If-Match: $(version)\" -d \"$2\" $P/$1; }";

  private OperatorLines() {}

  /**
   * The lines for one node.
   *
   * @param options the run
   * @param plan the node
   * @return empty if the run has no operators
   */
  static List<String> of(LaunchOptions options, NodePlan plan) {
    Optional<String> token = Optional.ofNullable(options.settings().get(LaunchOptions.TOKEN));
    boolean on = "true".equals(options.settings().get("primacy.admin.enabled"));
    String path = options.settings().getOrDefault("primacy.rest.path", "/primacy").substring(1);
    return token.filter(unused -> on).map(held -> lines(held, plan.url() + path)).orElse(List.of());
  }

  private static List<String> lines(String token, String base) {
    return List.of(
        "T=" + token + " P=" + base,
        VERSION,
        COMMAND,
        "curl -s -H \"Authorization: Bearer $T\" $P/group",
        "ask cluster/freeze '{\"frozen\":true}'",
        "ask cluster/freeze '{\"frozen\":false}'",
        "ask cluster/read-only '{\"readOnly\":true}'",
        "ask cluster/read-only '{\"readOnly\":false}'",
        "ask cluster/promote '{\"node\":\"n2\"}'",
        "curl -s -i $P/ha_writable");
  }
}
