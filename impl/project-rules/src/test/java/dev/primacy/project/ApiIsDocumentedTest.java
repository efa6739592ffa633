package dev.primacy.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.DocumentationTool;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Javadoc is the contract of the API: nothing public goes without, and every member says since
 * when.
 */
class ApiIsDocumentedTest {
  // The parameters of a compact constructor are the record's; JDK 17 calls for them all the same.
  private static final Pattern COMPACT = Pattern.compile("public \\w+ \\{");

  private static final List<JavaSource> API =
      JavaSource.MAIN.stream().filter(source -> source.module().equals("api")).toList();

  @TempDir Path out;

  @Test
  void javadoc_finds_nothing_missing_in_the_api() throws IOException {
    // an assertion of JDK 25's javadoc fails on type variables such as AnnotationLiteral's
    ClassLoader.getSystemClassLoader().setPackageAssertionStatus("jdk.javadoc.internal", false);
    DocumentationTool javadoc = ToolProvider.getSystemDocumentationTool();
    DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
    try (StandardJavaFileManager files = javadoc.getStandardFileManager(said, null, null)) {
      List<Path> sources = API.stream().map(JavaSource::file).toList();
      javadoc
          .getTask(null, files, said, null, options(), files.getJavaFileObjectsFromPaths(sources))
          .call();
    }
    assertThat(said.getDiagnostics())
        .filteredOn(finding -> finding.getKind() != Diagnostic.Kind.NOTE)
        .filteredOn(finding -> !ofCompactConstructor(finding))
        .extracting(finding -> finding.toString())
        .isEmpty();
  }

  @Test
  void every_type_says_since_when_it_exists() {
    assertThat(API.stream().filter(source -> !source.name().endsWith("/package-info.java")))
        .isNotEmpty()
        .filteredOn(source -> !source.text().contains("@since "))
        .extracting(JavaSource::name)
        .isEmpty();
  }

  private List<String> options() {
    String classPath = System.getProperty("java.class.path", "");
    return List.of(
        "-quiet", "-Xdoclint:all", "-Xmaxwarns", "9999", "-cp", classPath, "-d", out.toString());
  }

  private static boolean ofCompactConstructor(Diagnostic<? extends JavaFileObject> finding) {
    if (finding.getSource() == null || finding.getLineNumber() < 1) {
      return false;
    }
    String text = Project.read(Path.of(finding.getSource().toUri()));
    String line = text.lines().skip(finding.getLineNumber() - 1).findFirst().orElse("");
    return finding.getMessage(Locale.ROOT).startsWith("no @param") && COMPACT.matcher(line).find();
  }
}
