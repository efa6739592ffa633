package dev.primacy.engine.jdbc;

import java.util.List;

/**
 * Events after some number, as one statement saw them.
 *
 * @param known whether the cluster has a mark; if not the tables were emptied
 * @param last the number of the latest event
 * @param removed up to which number events may have been removed
 * @param rows in their order; without gaps, unless somebody else wrote into the table
 */
record EventPage(boolean known, long last, long removed, List<EventRow> rows) {

  static final EventPage NONE = new EventPage(false, 0, 0, List.of());
}
