package dev.primacy.benchmarks.compare;

/** One thing that is compared, with its own table. */
public interface Section {

  /** Its name, as {@code -Dcompare.only} takes it. */
  String name();

  /**
   * Measures, prints a table and keeps the raw figures.
   *
   * @param terms how much, and where the figures go
   * @return false if something could not be measured; a goal that is missed is no failure
   * @throws Exception if nothing could be measured
   */
  boolean run(Terms terms) throws Exception;
}
