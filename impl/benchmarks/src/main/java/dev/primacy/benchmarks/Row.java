package dev.primacy.benchmarks;

import dev.primacy.benchmarks.report.Line;
import java.util.List;

/** One row of goals, measured together. */
public interface Row {

  /** Its name, as {@code -Dbench.only} takes it. */
  String name();

  /**
   * Measures.
   *
   * @param bench how long, and where the raw figures go
   * @return the lines of the table
   * @throws Exception if the measurement did not come about; a goal that is missed is no failure
   */
  List<Line> measure(Bench bench) throws Exception;
}
