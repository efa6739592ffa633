package dev.primacy.project;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A test that has a display name, as its source says.
 *
 * @param file the source, from the project's root
 * @param type the outermost class
 * @param method the method; empty if the whole class has the name
 * @param displayName what it says
 */
record NamedTest(String file, String type, String method, String displayName) {
  private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");

  /** Of all modules; suites that are published keep their tests among their main sources. */
  static final List<NamedTest> ALL =
      Stream.concat(JavaSource.TEST.stream(), JavaSource.MAIN.stream())
          .flatMap(source -> in(source).stream())
          .toList();

  private static List<NamedTest> in(JavaSource source) {
    List<NamedTest> found = new ArrayList<>();
    new TreeScanner<Void, String>() {
      @Override
      public Void visitClass(ClassTree type, String outer) {
        String name = outer == null ? type.getSimpleName().toString() : outer;
        collect(type.getModifiers().getAnnotations(), name, "");
        return super.visitClass(type, name);
      }

      @Override
      public Void visitMethod(MethodTree method, String type) {
        collect(method.getModifiers().getAnnotations(), type, method.getName().toString());
        return super.visitMethod(method, type);
      }

      private void collect(List<? extends AnnotationTree> all, String type, String method) {
        for (AnnotationTree annotation : all) {
          if (annotation.getAnnotationType().toString().equals("DisplayName")) {
            String text = literals(source.textOf(annotation));
            found.add(new NamedTest(source.name(), type, method, text));
          }
        }
      }
    }.scan(source.unit(), null);
    return found;
  }

  /** The text of an annotation, however many literals it is written in. */
  static String literals(String annotation) {
    return LITERAL
        .matcher(annotation)
        .results()
        .map(literal -> literal.group(1))
        .collect(Collectors.joining());
  }
}
