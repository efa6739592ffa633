package dev.primacy.benchmarks.footprint;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** An application of many small beans: half of them observe, one in a hundred is guarded. */
final class GeneratedBeans {
  private static final String BEANS_XML =
      """
      <beans xmlns="https://jakarta.ee/xml/ns/jakartaee" version="4.0"
          bean-discovery-mode="annotated"/>
      """;

  private GeneratedBeans() {}

  /** Compiles the beans into a directory that can be put on a class path. */
  static Path compile(int count, Path directory) throws IOException {
    Files.createDirectories(directory.resolve("META-INF"));
    Files.writeString(directory.resolve("META-INF/beans.xml"), BEANS_XML);
    List<? extends JavaFileObject> sources =
        IntStream.range(0, count).mapToObj(GeneratedBeans::source).toList();
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    if (compiler == null) {
      throw new IOException("this Java has no compiler; run the benchmarks on a JDK");
    }
    List<String> options = List.of("-proc:none", "-d", directory.toString());
    if (!compiler.getTask(null, null, null, options, null, sources).call()) {
      throw new IOException("the generated beans do not compile");
    }
    return directory;
  }

  private static JavaFileObject source(int number) {
    String name = "Bean" + number;
    String observer =
        number % 2 == 0 ? "void hear(@jakarta.enterprise.event.Observes String said) {}" : "";
    String guard = number % 100 == 0 ? "@dev.primacy.PrimaryOnly" : "";
    String code =
        """
        package generated;
        @jakarta.enterprise.context.ApplicationScoped
        public class %s {
          %s public int twice(int number) { return 2 * number; }
          %s
        }
        """
            .formatted(name, guard, observer);
    return new Source(name, code);
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String code;

    Source(String name, String code) {
      super(URI.create("memory:///generated/" + name + ".java"), Kind.SOURCE);
      this.code = code;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return code;
    }
  }
}
