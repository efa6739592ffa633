package dev.primacy.faults.check;

/**
 * A rule that a history breaks.
 *
 * @param rule the rule
 * @param detail one case of it
 */
public record Violation(String rule, String detail) {
  @Override
  public String toString() {
    return rule + ": " + detail;
  }
}
