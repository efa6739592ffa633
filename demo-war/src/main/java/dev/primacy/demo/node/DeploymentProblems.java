package dev.primacy.demo.node;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What kept the container from starting, for people. */
final class DeploymentProblems {
  private static final Pattern HEADING = Pattern.compile("Exception (List with )?\\d+ .*");
  private static final Pattern TYPE = Pattern.compile("^[\\w.$]+(Exception|Error): ");

  private DeploymentProblems() {}

  /**
   * The problems alone: the container prints types, causes and stacks of all of them into one
   * message.
   */
  static String in(Exception failure) {
    String message = failure.getMessage();
    List<String> problems = message == null ? List.of() : problems(message);
    return problems.isEmpty() ? failure.toString() : String.join("\n", problems);
  }

  private static List<String> problems(String message) {
    List<String> problems = new ArrayList<>();
    boolean cause = false;
    for (String line : message.lines().toList()) {
      boolean heading = HEADING.matcher(line).matches();
      cause = !heading && (cause || line.startsWith("Caused by: "));
      if (!heading && !cause && !line.startsWith("\t")) {
        problems.add(TYPE.matcher(line).replaceFirst(""));
      }
    }
    return problems;
  }
}
