package dev.primacy.core.view;

/** What may be wrong with a view, planted to see that the model would notice. */
enum ViewDefect {
  NONE,
  /** A node stays in the view after it was removed: its return is no appearance. */
  KEEPS_REMOVED,
  /** A state that is the same becomes the one that is compared with. */
  COMPARES_WITH_LAST_SEEN,
  /** A node that nobody was told of is told as removed. */
  REMOVES_UNKNOWN,
  /** A node that does not pass the filter any more stays in the view. */
  KEEPS_FILTERED,
  /** A batch that changed nothing is not closed. */
  SKIPS_EMPTY_BATCHES,
  /** What changed is told in the order in which it changed. */
  FORGETS_ORDER,
  /** Removals come before everything else. */
  REMOVES_FIRST,
  /** Every batch is the first one. */
  ALWAYS_INITIAL,
  /** What is the same is told all the same. */
  TELLS_THE_SAME,
  /** Of the changes that came together one is lost. */
  LOSES_ONE
}
