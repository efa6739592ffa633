package dev.primacy.engine.zookeeper;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Another small JVM with this one's class path. */
final class Forked {

  private Forked() {}

  static ProcessBuilder running(Class<?> main, String... arguments) {
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx96m",
                "-XX:TieredStopAtLevel=1",
                // what was written outlives a process that is killed also without it
                "-Dzookeeper.forceSync=no",
                "-cp",
                classPath,
                main.getName()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
  }
}
