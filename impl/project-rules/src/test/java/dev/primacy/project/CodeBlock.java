package dev.primacy.project;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A fenced block of a page.
 *
 * @param page the page's name, from the root
 * @param line where its fence stands
 * @param info what stands behind the fence: a language, and for some a word on how to read it
 * @param before the line above the fence
 * @param given what comments of the page say that Java blocks are compiled with
 * @param text what is in it, without the indentation of its fence
 */
record CodeBlock(String page, int line, String info, String before, String given, String text) {
  private static final Pattern FENCE = Pattern.compile("^( *)```(.*)$");
  private static final Pattern GIVEN =
      Pattern.compile("<!-- compiled with\\n(.*?)-->", Pattern.DOTALL);
  private static final Pattern FRAGMENT = Pattern.compile("fragment=\"([^\"]+)\"");

  /** All blocks of all pages, in the order of the pages. */
  static List<CodeBlock> all() {
    List<CodeBlock> found = new ArrayList<>();
    for (Path file : Project.textFiles()) {
      if (file.toString().endsWith(".md")) {
        found.addAll(of(Project.name(file), Project.read(file)));
      }
    }
    return found;
  }

  /** The blocks of one page. One that is not closed ends with the page. */
  static List<CodeBlock> of(String page, String markdown) {
    String given =
        GIVEN.matcher(markdown).results().map(m -> m.group(1)).collect(Collectors.joining("\n"));
    List<String> lines = markdown.lines().toList();
    List<CodeBlock> found = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      Matcher fence = FENCE.matcher(lines.get(i));
      if (fence.matches()) {
        int end = end(lines, i + 1);
        String before = i == 0 ? "" : lines.get(i - 1);
        String text = text(lines.subList(i + 1, end), fence.group(1));
        found.add(new CodeBlock(page, i + 1, fence.group(2).strip(), before, given, text));
        i = end;
      }
    }
    return found;
  }

  private static int end(List<String> lines, int from) {
    int at = from;
    while (at < lines.size() && !FENCE.matcher(lines.get(at)).matches()) {
      at++;
    }
    return at;
  }

  private static String text(List<String> lines, String indent) {
    return lines.stream()
        .map(line -> line.startsWith(indent) ? line.substring(indent.length()) : line)
        .map(line -> line + "\n")
        .collect(Collectors.joining());
  }

  String language() {
    return info.split("\\s", 2)[0];
  }

  /** Why it is not compiled; empty if it is. */
  Optional<String> fragment() {
    Matcher reason = FRAGMENT.matcher(info);
    return reason.find() ? Optional.of(reason.group(1)) : Optional.empty();
  }

  /** Whether it is a class of the tests word for word, as {@link PagesTest} sees to. */
  boolean isOfATest() {
    return before.startsWith("<!-- the code of ");
  }

  /** A place for people: page and line. */
  String at() {
    return page + ":" + line;
  }
}
