package dev.primacy.core.record;

import static java.util.Objects.requireNonNull;

import dev.primacy.FencingToken;
import dev.primacy.control.ReadOnlyState;
import java.util.HashSet;
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

  /** An operator said so. */
  private static final String CONFIGURED = "operator";

  /** The rules of the election say so, until a secondary has joined. */
  private static final String IMPOSED = "consensus";

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
   * The same group, frozen or not.
   *
   * @param wanted whether nobody may take it
   * @return the record
   */
  public GroupRecord frozen(boolean wanted) {
    return new GroupRecord(
        state, scope, term, holder, candidate, wanted, readOnly, policy, fingerprint, unknown);
  }

  /**
   * The same group, for good without anybody who acts in it (rule R9).
   *
   * @return the record; of use only if nobody alive holds it
   */
  public GroupRecord dropped() {
    return new GroupRecord(
        GroupState.DROPPED,
        scope,
        term,
        holder,
        Optional.empty(),
        frozen,
        readOnly,
        policy,
        fingerprint,
        unknown);
  }

  /**
   * The same group with another candidate.
   *
   * @param next who goes first, or is to take over
   * @return the record
   */
  public GroupRecord nominating(Optional<Candidate> next) {
    return with(term, holder, next);
  }

  /**
   * The same group, read-only because an operator says so, or not any more.
   *
   * @param wanted whether it is to be
   * @return the record
   */
  public GroupRecord readOnly(boolean wanted) {
    return withCause(CONFIGURED, wanted);
  }

  /**
   * The same group, read-only because the rules of the election say so, or not any more.
   *
   * @param wanted whether it is to be
   * @return the record
   */
  public GroupRecord imposed(boolean wanted) {
    return withCause(IMPOSED, wanted);
  }

  private GroupRecord withCause(String cause, boolean wanted) {
    Set<String> causes = new HashSet<>(readOnly);
    boolean unused = wanted ? causes.add(cause) : causes.remove(cause);
    return new GroupRecord(
        state, scope, term, holder, candidate, frozen, causes, policy, fingerprint, unknown);
  }

  /**
   * Why primaries refuse writes, as the api shows it.
   *
   * @return a cause of a newer version counts as imposed
   */
  public ReadOnlyState readOnlyState() {
    boolean configured = readOnly.contains(CONFIGURED);
    return new ReadOnlyState(configured, readOnly.size() > (configured ? 1 : 0));
  }

  /**
   * The token of whoever holds it.
   *
   * @return empty if nobody does
   */
  public Optional<FencingToken> token() {
    return holder.map(present -> new FencingToken(scope, term));
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
