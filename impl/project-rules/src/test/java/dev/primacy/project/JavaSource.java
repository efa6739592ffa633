package dev.primacy.project;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * One source file, parsed but not resolved: enough to see how code is written, without having to
 * build what it needs.
 *
 * @param file where it is
 * @param text what it says
 * @param unit its syntax tree
 * @param positions where each node stands in the text
 */
record JavaSource(Path file, String text, CompilationUnitTree unit, SourcePositions positions) {

  /** All sources under {@code src/main} of all modules. */
  static final List<JavaSource> MAIN = parse("/src/main/java/");

  /** All sources of tests of all modules. */
  static final List<JavaSource> TEST = parse("/src/test/java/");

  String name() {
    return Project.name(file);
  }

  /** The module's folder, for example {@code impl/core}. */
  String module() {
    return name().substring(0, name().indexOf("/src/"));
  }

  String typeName() {
    return String.valueOf(file.getFileName()).replace(".java", "");
  }

  long lineOf(Tree tree) {
    return unit.getLineMap().getLineNumber(positions.getStartPosition(unit, tree));
  }

  /** A place for people: file and line. */
  String at(Tree tree) {
    return name() + ":" + lineOf(tree);
  }

  String textOf(Tree tree) {
    return text.substring(
        (int) positions.getStartPosition(unit, tree), (int) positions.getEndPosition(unit, tree));
  }

  /** How many lines of a node hold code: neither blank nor comment alone. */
  long linesOfCode(Tree tree) {
    return textOf(tree)
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .filter(line -> !line.startsWith("//") && !line.startsWith("*") && !line.startsWith("/*"))
        .count();
  }

  private static List<JavaSource> parse(String folder) {
    List<Path> files =
        Project.textFiles().stream()
            .filter(file -> file.toString().endsWith(".java"))
            .filter(file -> ("/" + Project.name(file)).contains(folder))
            .toList();
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null, manager, null, null, null, manager.getJavaFileObjectsFromPaths(files));
      SourcePositions positions = Trees.instance(task).getSourcePositions();
      List<JavaSource> parsed = new ArrayList<>();
      for (CompilationUnitTree unit : task.parse()) {
        Path file = Path.of(unit.getSourceFile().toUri());
        parsed.add(new JavaSource(file, Project.read(file), unit, positions));
      }
      return List.copyOf(parsed);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
