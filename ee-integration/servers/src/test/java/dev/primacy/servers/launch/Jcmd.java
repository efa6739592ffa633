package dev.primacy.servers.launch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a JVM tells of itself. */
final class Jcmd {
  private static final Pattern THREAD = Pattern.compile("(?m)^\"([^\"]+)\"");
  private static final Pattern USED = Pattern.compile("used (\\d+)K");
  private static final Pattern LOADER =
      Pattern.compile("(?m)^0x\\S+ .*\\s(?!\\S*DelegatingClassLoader)\\S*[A-Za-z]\\S*$");
  private static final Duration ANSWER = Duration.ofSeconds(60);

  private final String program;
  private final long pid;

  Jcmd(String program, long pid) {
    this.program = program;
    this.pid = pid;
  }

  /** The names of its threads now, those that the JVM makes for itself included. */
  List<String> threads() throws IOException, InterruptedException {
    Matcher found = THREAD.matcher(ask("Thread.print"));
    return found.results().map((MatchResult thread) -> thread.group(1)).toList();
  }

  /** Collects, then counts; an application is known by one of its classes. */
  Footprint footprint(String applicationClass) throws IOException, InterruptedException {
    ask("GC.run");
    ask("GC.run"); // what the first one left to finalizers and cleaners
    Matcher used = USED.matcher(ask("GC.heap_info"));
    if (!used.find()) {
      throw new IOException("no heap in the answer");
    }
    int loaders = (int) LOADER.matcher(ask("VM.classloader_stats")).results().count();
    Matcher applications =
        Pattern.compile(Pattern.quote(applicationClass) + "/0x")
            .matcher(ask("VM.class_hierarchy", applicationClass));
    return new Footprint(
        threads(),
        loaders,
        (int) applications.results().count(),
        sockets(),
        Long.parseLong(used.group(1)));
  }

  private int sockets() throws IOException {
    List<Path> open = new ArrayList<>();
    try (Stream<Path> all = Files.list(Path.of("/proc", Long.toString(pid), "fd"))) {
      open.addAll(all.toList());
    }
    return (int) open.stream().filter(Jcmd::isSocket).count();
  }

  private static boolean isSocket(Path descriptor) {
    try {
      return Files.readSymbolicLink(descriptor).toString().startsWith("socket:");
    } catch (IOException closedMeanwhile) {
      return false;
    }
  }

  private String ask(String... words) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(program, Long.toString(pid)));
    command.addAll(List.of(words));
    return output(command, ANSWER);
  }

  /** What a program prints; it has to end well. */
  static String output(List<String> command, Duration within)
      throws IOException, InterruptedException {
    Process run = new ProcessBuilder(command).redirectErrorStream(true).start();
    String text = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!run.waitFor(within.toSeconds(), TimeUnit.SECONDS) || run.exitValue() != 0) {
      throw new IOException(command + " failed: " + text);
    }
    return text;
  }
}
