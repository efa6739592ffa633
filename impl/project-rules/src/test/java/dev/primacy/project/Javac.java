package dev.primacy.project;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** The compiler, for text that is no file. */
final class Javac {
  private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();

  /** With one on the class path, what cannot be parsed is told only after it was asked. */
  private static final List<String> NO_PROCESSORS = List.of("-proc:none");

  private Javac() {}

  /** What the compiler objects to, each with the line it means; classes go to a directory. */
  static List<String> errors(String text, Path out) {
    DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
    List<String> options =
        List.of(
            "-proc:none", "-d", out.toString(), "-cp", System.getProperty("java.class.path", ""));
    COMPILER.getTask(null, null, said, options, null, List.of(new Text(text))).call();
    List<String> lines = text.lines().toList();
    return errors(said).map(error -> line(lines, error) + "  <- " + message(error)).toList();
  }

  /** The one class of a text that can be parsed; what its names mean is not asked. */
  static Optional<ClassTree> parse(String text) {
    DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
    JavacTask task =
        (JavacTask)
            COMPILER.getTask(null, null, said, NO_PROCESSORS, null, List.of(new Text(text)));
    try {
      CompilationUnitTree unit = task.parse().iterator().next();
      boolean whole = errors(said).findAny().isEmpty() && unit.getTypeDecls().size() == 1;
      return whole ? Optional.of((ClassTree) unit.getTypeDecls().get(0)) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Diagnostic<? extends JavaFileObject>> errors(
      DiagnosticCollector<JavaFileObject> said) {
    return said.getDiagnostics().stream()
        .filter(finding -> finding.getKind() == Diagnostic.Kind.ERROR);
  }

  private static String line(List<String> lines, Diagnostic<?> error) {
    int number = (int) error.getLineNumber();
    return number > 0 && number <= lines.size() ? lines.get(number - 1).strip() : "";
  }

  private static String message(Diagnostic<?> error) {
    return error.getMessage(Locale.ENGLISH).replaceAll("\\s+", " ");
  }

  private static final class Text extends SimpleJavaFileObject {
    private final String text;

    Text(String text) {
      super(URI.create("string:///Block.java"), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
