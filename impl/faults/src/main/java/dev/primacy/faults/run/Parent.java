package dev.primacy.faults.run;

/** The process that started this one. */
final class Parent {
  private Parent() {}

  /**
   * Maven, when it is told to stop, leaves its children alone; whoever is killed cannot do else.
   */
  static void endWithIt() {
    for (ProcessHandle parent : ProcessHandle.current().parent().stream().toList()) {
      var unused = parent.onExit().thenRun(() -> System.exit(1));
    }
  }
}
