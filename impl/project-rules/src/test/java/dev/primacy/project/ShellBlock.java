package dev.primacy.project;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Lines for a shell: bash can parse them, and what they name of the project is there. */
final class ShellBlock {
  /** A file of the project, unless a build makes it. */
  private static final Pattern FILE =
      Pattern.compile("(?<![\\w/.-])(?:api|impl|ee-integration|demo-war|\\.ci)/[\\w./-]+");

  private static final Pattern PROFILE = Pattern.compile("mvn [^\\n]*-P([\\w-]+)");
  private static final String POM = Project.read(Project.ROOT.resolve("pom.xml"));

  private ShellBlock() {}

  static List<String> problems(String text) {
    List<String> problems = new ArrayList<>(syntax(text));
    FILE.matcher(text)
        .results()
        .map(MatchResult::group)
        .filter(name -> !name.contains("/target/") && !Files.exists(Project.ROOT.resolve(name)))
        .forEach(name -> problems.add("there is no " + name));
    PROFILE
        .matcher(text)
        .results()
        .map(profile -> profile.group(1))
        .filter(profile -> !POM.contains("<id>" + profile + "</id>"))
        .forEach(profile -> problems.add("there is no profile " + profile));
    return problems;
  }

  private static List<String> syntax(String text) {
    try {
      Process bash = new ProcessBuilder("bash", "-n").redirectErrorStream(true).start();
      bash.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
      bash.getOutputStream().close();
      String said = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return bash.waitFor() == 0 ? List.of() : List.of(said.strip());
    } catch (IOException e) {
      throw new UncheckedIOException("bash is needed to read the pages' shell blocks", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
