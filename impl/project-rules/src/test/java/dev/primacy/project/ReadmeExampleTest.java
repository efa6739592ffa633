package dev.primacy.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The code of the README compiles as it stands there; only imports and what it calls are added. */
class ReadmeExampleTest {
  private static final Pattern CODE = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);
  private static final int LINES = 12;

  private static final String IMPORTS =
      """
      import static dev.primacy.NodeRole.PRIMARY;
      import dev.primacy.*;
      import dev.primacy.event.*;
      import jakarta.enterprise.context.*;
      import jakarta.enterprise.event.*;
      import jakarta.inject.*;
      import jakarta.ws.rs.*;
      """;

  private static final String CALLED =
      """
      record Order(String item) {}
      record Receipt(long number) {}
      interface Ledger {
        Receipt append(Order order, FencingToken token);
        void warmUp();
      }
      """;

  @TempDir Path out;

  @Test
  void the_example_compiles() {
    DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    String text = IMPORTS + example() + CALLED;
    List<String> options =
        List.of(
            "-proc:none", "-d", out.toString(), "-cp", System.getProperty("java.class.path", ""));
    compiler.getTask(null, null, said, options, null, List.of(new Source(text))).call();
    assertThat(said.getDiagnostics())
        .filteredOn(finding -> finding.getKind() == Diagnostic.Kind.ERROR)
        .extracting(Object::toString)
        .isEmpty();
    assertThat(out.resolve("Orders.class")).exists();
  }

  @Test
  void the_example_is_short() {
    assertThat(example().lines()).hasSizeLessThanOrEqualTo(LINES);
  }

  private static String example() {
    Matcher code = CODE.matcher(Project.read(Project.ROOT.resolve("README.md")));
    assertThat(code.find()).isTrue();
    return code.group(1);
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String text) {
      super(URI.create("string:///Orders.java"), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
