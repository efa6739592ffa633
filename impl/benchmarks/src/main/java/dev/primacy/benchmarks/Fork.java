package dev.primacy.benchmarks;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A JVM of its own for one measurement that is not JMH's. */
public final class Fork {
  /** The option that keeps a fork from logging what is of no use here. */
  public static final String QUIET =
      "-Djava.util.logging.config.class=" + QuietLogging.class.getName();

  private final List<String> options = new ArrayList<>();
  private String classPath = System.getProperty("java.class.path");

  public Fork option(String option) {
    options.add(option);
    return this;
  }

  /** Leaves jars and directories out of the class path. */
  public Fork without(String... artifacts) {
    classPath =
        entries()
            .filter(entry -> Arrays.stream(artifacts).noneMatch(part -> belongs(entry, part)))
            .collect(Collectors.joining(File.pathSeparator));
    return this;
  }

  public Fork with(Path entry) {
    classPath = classPath + File.pathSeparator + entry;
    return this;
  }

  private Stream<String> entries() {
    return Arrays.stream(classPath.split(File.pathSeparator));
  }

  private static boolean belongs(String entry, String artifact) {
    return Path.of(entry).getFileName().toString().startsWith(artifact);
  }

  /**
   * Runs to the end.
   *
   * @return what it printed
   * @throws IOException if it does not end well; its errors were shown already
   */
  public String run(Class<?> main, String... arguments) throws IOException, InterruptedException {
    Process process =
        prepared(main, arguments).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String printed =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    if (process.waitFor() != 0) {
      throw new IOException(main.getName() + " ended with " + process.exitValue());
    }
    return printed;
  }

  /** The process, to be started by the caller. */
  public ProcessBuilder prepared(Class<?> main, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add(QUIET);
    command.addAll(options);
    command.addAll(List.of("-cp", classPath, main.getName()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command);
  }
}
