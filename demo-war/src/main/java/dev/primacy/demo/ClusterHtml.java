package dev.primacy.demo;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The report as plain tables, for a browser without scripts. */
final class ClusterHtml {
  private static final List<String> FACTS =
      List.of("group", "role", "standing", "token", "leaseRemainingMs", "primary", "engine");

  private static final String[] NODE = {
    "node", "primary", "lifecycle", "attributes", "url", "incarnation", "passive", "priority"
  };

  private static final String PAGE =
      """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>%s · Primacy</title>
      <link rel="stylesheet" href="page/page.css">
      </head>
      <body class="plain">
      <h1>The cluster as %s sees it</h1>
      %s
      <h2>Nodes</h2>
      %s
      <h2>Guarded methods</h2>
      %s
      <h2>Role changes of this node</h2>
      %s
      <p><a href="./">The live page</a></p>
      </body>
      </html>
      """;

  private final JsonObject report;

  ClusterHtml(JsonObject report) {
    this.report = report;
  }

  String render() {
    String name = escape(report.getString("node"));
    return PAGE.formatted(
        name,
        name,
        facts(),
        table("nodes", NODE),
        table("guards", "target", "group", "enforcedBy"),
        table("recent", "seq", "previous", "role", "standing", "cause", "token"));
  }

  private String facts() {
    String rows =
        FACTS.stream().map(fact -> row(fact, report.get(fact))).collect(Collectors.joining());
    JsonObject store = report.getJsonObject("store");
    String detail = store.getString("detail");
    String words = store.getString("state") + (detail.isEmpty() ? "" : ": " + detail);
    return "<table>"
        + rows
        + "<tr><th scope=\"row\">store</th><td>"
        + escape(words)
        + "</td></tr></table>";
  }

  private static String row(String name, @Nullable JsonValue value) {
    return "<tr><th scope=\"row\">" + name + "</th><td>" + cell(value) + "</td></tr>";
  }

  private String table(String member, String... columns) {
    JsonArray rows = report.getJsonArray(member);
    if (rows.isEmpty()) {
      return "<p>none</p>";
    }
    List<String> names = List.of(columns);
    String head =
        names.stream()
            .map(name -> "<th scope=\"col\">" + name + "</th>")
            .collect(Collectors.joining());
    String body =
        rows.getValuesAs(JsonObject.class).stream()
            .map(row -> row(names, row))
            .collect(Collectors.joining());
    return "<table><tr>" + head + "</tr>" + body + "</table>";
  }

  private static String row(List<String> columns, JsonObject row) {
    return columns.stream()
        .map(column -> "<td>" + cell(row.get(column)) + "</td>")
        .collect(Collectors.joining("", "<tr>", "</tr>"));
  }

  private static String cell(@Nullable JsonValue value) {
    if (value instanceof JsonArray array) {
      return array.stream().map(ClusterHtml::cell).collect(Collectors.joining(", "));
    }
    if (value instanceof JsonObject named) {
      return named.entrySet().stream()
          .map(entry -> escape(entry.getKey()) + "=" + cell(entry.getValue()))
          .collect(Collectors.joining(", "));
    }
    if (value instanceof JsonString text) {
      return escape(text.getString());
    }
    return value == null || value == JsonValue.NULL ? "–" : escape(value.toString());
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
