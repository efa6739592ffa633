package dev.primacy.core.record;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The state of a group; its key is the group's name.
 *
 * @param state open, or dropped for good
 * @param scope identifies this life of the record, fresh in every attempt to create it (rule R9)
 * @param term the term of the holder, or of the last one; 0 before the first
 * @param holder the incarnation that holds it; empty if none does
 * @param candidate who goes first; empty for nobody
 * @param frozen true if nobody may take it
 * @param readOnly the causes for which primaries refuse writes; empty if there is none
 * @param policy the election policy it was created with
 * @param fingerprint what all nodes of the group have to agree on, in readable form (rule R8)
 * @param unknown fields of a newer version
 * @since 0.1
 */
public record GroupRecord(
    GroupState state,
    UUID scope,
    long term,
    Optional<UUID> holder,
    Optional<Candidate> candidate,
    boolean frozen,
    Set<String> readOnly,
    String policy,
    String fingerprint,
    UnknownFields unknown) {

  /** Checks the components and copies the collection. */
  public GroupRecord {
    requireNonNull(state, "state");
    requireNonNull(scope, "scope");
    requireNonNull(holder, "holder");
    requireNonNull(candidate, "candidate");
    readOnly = Set.copyOf(readOnly);
    requireNonNull(policy, "policy");
    requireNonNull(fingerprint, "fingerprint");
    requireNonNull(unknown, "unknown");
    if (term < 0 || (term == 0 && holder.isPresent())) {
      throw new IllegalArgumentException("term " + term + " with holder " + holder);
    }
  }

  /**
   * Whether there is a cause for which primaries refuse writes.
   *
   * @return true if there is one
   */
  public boolean isReadOnly() {
    return !readOnly.isEmpty();
  }

  /**
   * A group nobody has held yet.
   *
   * @param scope a fresh one
   * @param policy the election policy
   * @param fingerprint what all nodes have to agree on
   * @return the record
   */
  public static GroupRecord created(UUID scope, String policy, String fingerprint) {
    return new GroupRecord(
        GroupState.OPEN,
        scope,
        0,
        Optional.empty(),
        Optional.empty(),
        false,
        Set.of(),
        policy,
        fingerprint,
        UnknownFields.NONE);
  }

  /**
   * The same group in the next term.
   *
   * @param taker who holds it from now on
   * @return the record
   */
  public GroupRecord takenBy(UUID taker) {
    return with(Math.addExact(term, 1), Optional.of(taker), Optional.empty());
  }

  /**
   * The same group without a holder.
   *
   * @param next who goes first
   * @return the record
   */
  public GroupRecord released(Optional<Candidate> next) {
    return with(term, Optional.empty(), next);
  }

  /**
   * Whether an incarnation is named in it, as holder or as candidate.
   *
   * @param incarnation the node
   * @return true if it is
   */
  public boolean names(UUID incarnation) {
    return holder.filter(incarnation::equals).isPresent()
        || candidate.map(Candidate::incarnation).filter(incarnation::equals).isPresent();
  }

  private GroupRecord with(
      long changedTerm, Optional<UUID> changedHolder, Optional<Candidate> next) {
    return new GroupRecord(
        state,
        scope,
        changedTerm,
        changedHolder,
        next,
        frozen,
        readOnly,
        policy,
        fingerprint,
        unknown);
  }
}
