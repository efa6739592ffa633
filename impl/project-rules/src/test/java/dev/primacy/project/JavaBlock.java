package dev.primacy.project;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A Java block of a page as a compilation unit. The rules, which CONTRIBUTING.md tells writers:
 *
 * <ul>
 *   <li>{@link #IMPORTS} are there; a block may have its own.
 *   <li>What a reader has himself, such as {@code Order}, stands in a comment of the page, {@code
 *       <!-- compiled with …}: types, fields, methods, imports. It goes for all blocks of the page.
 *   <li>Types, methods, fields with an annotation or a modifier, and fields without a value are
 *       members of one class; everything else is the body of a method of it, in its order.
 *   <li>{@code { … }} is a body that was left out, and a line of {@code …} alone other code.
 * </ul>
 */
final class JavaBlock {
  private static final List<String> IMPORTS =
      List.of(
          "static dev.primacy.NodeRole.*",
          "static dev.primacy.OnSecondary.*",
          "dev.primacy.*",
          "dev.primacy.control.*",
          "dev.primacy.event.*",
          "dev.primacy.event.Queue",
          "dev.primacy.history.*",
          "dev.primacy.messaging.*",
          "dev.primacy.watch.*",
          "jakarta.enterprise.context.*",
          "jakarta.enterprise.event.*",
          "jakarta.enterprise.inject.*",
          "jakarta.inject.*",
          "jakarta.transaction.*",
          "jakarta.ws.rs.*",
          "jakarta.ws.rs.core.Response",
          "jakarta.ws.rs.ext.*",
          "java.io.IOException",
          "java.time.*",
          "java.util.*",
          "java.util.concurrent.*");

  private static final Pattern IMPORT = Pattern.compile("(?m)^import [^;]+;");
  private static final Pattern PACKAGE = Pattern.compile("(?m)^package [^;]+;");
  private static final Pattern BODY = Pattern.compile("\\{ … }");
  private static final Pattern LEFT_OUT = Pattern.compile("(?m)^\\s*…\\s*$");

  private final StringBuilder imports = new StringBuilder();
  private final StringBuilder members = new StringBuilder();
  private final StringBuilder statements = new StringBuilder();

  private JavaBlock() {}

  /** The unit's text; its one top-level class is {@code Block}. */
  static String unit(CodeBlock block) {
    JavaBlock unit = new JavaBlock();
    unit.addAll(block.given());
    String given = unit.takeMembers();
    unit.addAll(block.text());
    return unit.header()
        + "class Given {\n"
        + given
        + "}\nclass Block extends Given {\n"
        + unit.takeMembers()
        + "}\n";
  }

  private void addAll(String text) {
    IMPORT.matcher(text).results().forEach(line -> imports.append(line.group()).append('\n'));
    String code = PACKAGE.matcher(IMPORT.matcher(text).replaceAll("")).replaceAll("");
    String whole =
        LEFT_OUT
            .matcher(BODY.matcher(code).replaceAll("{ throw new AssertionError(); }"))
            .replaceAll("");
    JavaPieces.of(whole).forEach(this::add);
  }

  private void add(String piece) {
    (isMember(piece) ? members : statements).append(piece).append('\n');
  }

  private String takeMembers() {
    String all =
        members
            + (statements.isEmpty() ? "" : "void code() throws Throwable {\n" + statements + "}\n");
    members.setLength(0);
    statements.setLength(0);
    return all;
  }

  private String header() {
    StringBuilder all = new StringBuilder(imports);
    IMPORTS.forEach(name -> all.append("import ").append(name).append(";\n"));
    return all.toString();
  }

  private static boolean isMember(String piece) {
    return Javac.parse("class Piece {\n" + piece + "\n}")
        .map(type -> type.getMembers().stream().allMatch(JavaBlock::isDeclared))
        .orElse(false);
  }

  private static boolean isDeclared(Tree member) {
    if (!(member instanceof VariableTree variable)) {
      return member instanceof ClassTree || member instanceof MethodTree;
    }
    ModifiersTree modifiers = variable.getModifiers();
    return variable.getInitializer() == null
        || !modifiers.getAnnotations().isEmpty()
        || !modifiers.getFlags().isEmpty();
  }
}
