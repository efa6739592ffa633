package dev.primacy.faults.check;

import dev.primacy.faults.history.History;
import java.util.List;

/**
 * Something no history may show, whatever happened to nodes, links, stores and clocks' readings. It
 * speaks up only about what is certain: what it finds is a defect.
 */
interface Rule {

  /** A sentence that holds of every history. */
  String name();

  /**
   * Looks for what breaks it.
   *
   * @return one sentence for each case
   */
  List<String> breaches(History history);
}
