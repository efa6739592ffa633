package dev.primacy.rest;

import dev.primacy.RefusalReason;

/**
 * What a problem document says to people. It has no number of its own: its type tells programs the
 * same.
 */
final class ProblemText {
  private ProblemText() {}

  static String title(RefusalReason reason) {
    return switch (reason) {
      case NOT_PRIMARY -> "Not the primary";
      case NO_PRIMARY -> "No primary";
      case LEASE_EXPIRED -> "Lease ended";
      case READ_ONLY -> "Read-only";
      case UNDECIDED -> "Undecided";
    };
  }

  static String refused(RefusalReason reason, String group) {
    String primaryOnly = "Only the primary of group '" + group + "' answers this, and ";
    return switch (reason) {
      case NOT_PRIMARY -> primaryOnly + "another node is the primary now.";
      case NO_PRIMARY -> primaryOnly + "no node is the primary now.";
      case LEASE_EXPIRED -> primaryOnly + "the lease of this node has ended or ends too soon.";
      case READ_ONLY -> "Group '" + group + "' is read-only for now.";
      case UNDECIDED -> primaryOnly + "this node does not know which one that is.";
    };
  }

  static String unknownOutcome(String group) {
    return "The call was let in, but the lease of this node in group '"
        + group
        + "' ended before it was answered: it may have taken effect or not.";
  }
}
