package dev.primacy.engine.tck;

/** Figures for whoever runs the suite. */
final class Report {
  private Report() {}

  static void line(String text) {
    System.out.println(text);
  }
}
