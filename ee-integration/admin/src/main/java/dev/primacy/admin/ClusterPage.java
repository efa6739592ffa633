package dev.primacy.admin;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The cluster as a page for people: tables, nothing to run and nothing to load. */
final class ClusterPage {
  private static final String HEAD =
      """
      <!DOCTYPE html>
      <html lang="en">
      <head><meta charset="utf-8"><title>%1$s</title></head>
      <body>
      <h1>%1$s</h1>
      """;

  private final JsonObject facts;

  ClusterPage(JsonObject facts) {
    this.facts = facts;
  }

  String render() {
    String title = "Cluster " + facts.getString("cluster") + ", seen by " + facts.getString("node");
    StringBuilder page = new StringBuilder(HEAD.formatted(escaped(title)));
    section(page, "Store", "store", List.of("state", "detail", "endpoint", "silenceMs"));
    table(page, "Alarms", List.of("kind", "subject", "text", "raisedAt"), "alarms");
    for (JsonObject group : facts.getJsonArray("groups").getValuesAs(JsonObject.class)) {
      group(page, group);
    }
    table(page, "Nodes", List.of("name", "health", "silenceMs", "leaseMs"), "nodes");
    section(page, "Observers", "observers", List.of("waiting", "stalled", "stalls", "failures"));
    section(
        page,
        "Events across the cluster",
        "messaging",
        List.of("messenger", "state", "published", "received", "lost", "unreadable", "waiting"));
    table(page, "Guards", List.of("method", "group", "enforcedBy"), "guards");
    return page.append("</body>\n</html>\n").toString();
  }

  private void section(StringBuilder page, String title, String member, List<String> rows) {
    page.append("<h2>").append(title).append("</h2>\n<table>\n");
    rows.forEach(name -> row(page, name, shown(facts.getJsonObject(member), name)));
    page.append("</table>\n");
  }

  private static void group(StringBuilder page, JsonObject group) {
    JsonObject state = group.getJsonObject("state");
    JsonObject configuration = group.getJsonObject("configuration");
    page.append("<h2>Group ").append(shown(group, "group")).append("</h2>\n<table>\n");
    row(page, "Node role", shown(state, "role") + ", " + shown(state, "standing"));
    row(page, "Connection", shown(state, "connection"));
    row(page, "Last heartbeat", shown(state, "lastHeartbeat"));
    row(page, "Last update", shown(state, "lastChecked"));
    row(page, "Election", shown(configuration, "election"));
    row(page, "Frozen", shown(configuration, "frozen"));
    row(page, "Read-only", shown(configuration, "readOnly"));
    row(page, "Version", shown(group, "version"));
    JsonObject members = group.getJsonObject("members");
    if (members.get("primary") instanceof JsonObject primary) {
      row(page, "Primary", shown(primary, "name"));
    }
    for (JsonObject node : members.getJsonArray("secondaries").getValuesAs(JsonObject.class)) {
      row(page, "Member", shown(node, "name"));
    }
    page.append("</table>\n");
  }

  private static void row(StringBuilder page, String name, String value) {
    page.append("<tr><th scope=\"row\">").append(name).append("</th><td>").append(value);
    page.append("</td></tr>\n");
  }

  private void table(StringBuilder page, String title, List<String> columns, String member) {
    page.append("<h2>").append(title).append("</h2>\n");
    if (facts.getJsonArray(member).isEmpty()) {
      page.append("<p>None.</p>\n");
      return;
    }
    page.append("<table>\n<tr>");
    columns.forEach(column -> page.append("<th>").append(column).append("</th>"));
    page.append("</tr>\n");
    for (JsonObject line : facts.getJsonArray(member).getValuesAs(JsonObject.class)) {
      page.append("<tr>");
      columns.forEach(column -> page.append("<td>").append(shown(line, column)).append("</td>"));
      page.append("</tr>\n");
    }
    page.append("</table>\n");
  }

  private static String shown(JsonObject object, String member) {
    JsonValue value = object.getOrDefault(member, JsonValue.NULL);
    return escaped(text(value));
  }

  /** In words: of what is true or not, the names of what is true. */
  private static String text(JsonValue value) {
    if (value instanceof JsonArray several) {
      return several.stream().map(ClusterPage::text).collect(Collectors.joining(", "));
    }
    if (value instanceof JsonObject flags) {
      String set =
          flags.entrySet().stream()
              .filter(flag -> flag.getValue() == JsonValue.TRUE)
              .map(Map.Entry::getKey)
              .collect(Collectors.joining(", "));
      return set.isEmpty() ? "no" : set;
    }
    return switch (value.getValueType()) {
      case NULL -> "";
      case TRUE -> "yes";
      case FALSE -> "no";
      case STRING -> ((JsonString) value).getString();
      default -> value.toString();
    };
  }

  /** Names come out of a store that others write to. */
  static String escaped(String text) {
    StringBuilder safe = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '<' -> safe.append("&lt;");
        case '>' -> safe.append("&gt;");
        case '&' -> safe.append("&amp;");
        case '"' -> safe.append("&quot;");
        case '\'' -> safe.append("&#39;");
        default -> safe.append(Character.isISOControl(c) ? '?' : c);
      }
    }
    return safe.toString();
  }
}
