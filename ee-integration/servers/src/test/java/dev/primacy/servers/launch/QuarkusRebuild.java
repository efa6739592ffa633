package dev.primacy.servers.launch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/**
 * A Quarkus application that is built again where it lies, by Quarkus' own build, with a library of
 * some classes added.
 *
 * @param exit of the process that built
 * @param text what it said
 */
public record QuarkusRebuild(int exit, String text) {
  /** Where Quarkus takes more jars from, as the application's own build was told. */
  private static final String MORE = "more";

  private static final String BEANS =
      """
      <beans xmlns="https://jakarta.ee/xml/ns/jakartaee" bean-discovery-mode="annotated"/>
      """;

  /**
   * Builds.
   *
   * @param application made as a mutable jar; a copy, since it is written to
   * @param classes of the library
   */
  public static QuarkusRebuild of(Path application, List<Class<?>> classes)
      throws IOException, InterruptedException {
    Path jars = Files.createDirectories(application.resolve(MORE));
    write(jars.resolve("library.jar"), classes);
    Path log = Files.createTempFile(application, "rebuild", ".log");
    Process process =
        new ProcessBuilder(
                Jdks.own().resolve("bin/java").toString(),
                "-Xmx512m",
                "-Dquarkus.launch.rebuild=true",
                "-jar",
                application.resolve("quarkus-run.jar").toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    OrphanWatch.over(process);
    return new QuarkusRebuild(process.waitFor(), Files.readString(log));
  }

  private static void write(Path jar, List<Class<?>> classes) throws IOException {
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      put(out, "META-INF/beans.xml", BEANS.getBytes(StandardCharsets.UTF_8));
      for (Class<?> type : classes) {
        String name = type.getName().replace('.', '/') + ".class";
        try (var in = type.getClassLoader().getResourceAsStream(name)) {
          put(out, name, in.readAllBytes());
        }
      }
    }
  }

  private static void put(JarOutputStream jar, String name, byte[] content) throws IOException {
    jar.putNextEntry(new JarEntry(name));
    jar.write(content);
    jar.closeEntry();
  }

  /** Copies a directory, links and all. */
  public static Path copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path path : all.toList()) {
        Path target = to.resolve(from.relativize(path).toString());
        if (Files.isDirectory(path)) {
          Files.createDirectories(target);
        } else {
          Files.copy(path, target);
        }
      }
    }
    return to;
  }
}
