package dev.primacy.core.elector;

import dev.primacy.FencingToken;
import dev.primacy.spi.PutOutcome;
import dev.primacy.spi.RecordKey;
import dev.primacy.spi.StoredRecord;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What can happen to an {@link Elector}.
 *
 * @since 0.1
 */
public sealed interface Input {

  /** Time has come, or may have. */
  record Tick() implements Input {}

  /**
   * The store may have changed.
   *
   * @param key the record
   */
  record Hinted(RecordKey key) implements Input {}

  /**
   * A write was answered, or given up as unknown.
   *
   * @param request the number of the {@link Action.Send}
   * @param outcome the answer
   */
  record Written(long request, PutOutcome outcome) implements Input {}

  /**
   * A read or list was answered.
   *
   * @param request the number of the {@link Action.Send}
   * @param records what it found; at most one for a read
   */
  record Found(long request, List<StoredRecord> records) implements Input {}

  /**
   * A read or list was not answered.
   *
   * @param request the number of the {@link Action.Send}
   */
  record NotFoundOut(long request) implements Input {}

  /**
   * Take part in a group; at any time.
   *
   * @param group its name
   * @param policy its election policy, part of the fingerprint (rule R8)
   */
  record Join(String group, ElectionPolicy policy) implements Input {}

  /**
   * The observers of a grant are done: let calls in.
   *
   * @param group the group
   * @param token the token of {@link Action.Granted}; ignored if it is no longer the one held
   */
  record Open(String group, FencingToken token) implements Input {}

  /**
   * Let no more calls in, by choice; the group stays held, and the lease renewed, until {@link
   * Release}.
   *
   * @param group the group
   * @param token the token held; ignored if it is no longer that
   */
  record Close(String group, FencingToken token) implements Input {}

  /**
   * Calls in flight have drained: burn the token and release the group in the store. Implies {@link
   * Close}.
   *
   * @param group the group
   * @param token the token held; ignored if it is no longer that
   * @param candidate the incarnation that goes first; empty for any
   */
  record Release(String group, FencingToken token, Optional<UUID> candidate) implements Input {}

  /**
   * When this node takes a group from now on; kept for as long as it takes part in it.
   *
   * @param group the group
   * @param when when
   */
  record Seek(String group, Seeking when) implements Input {}

  /**
   * What this node says about itself from now on, beside what was configured: written with the next
   * renewal, or sooner.
   *
   * @param words with those configured at most as many and as large as a record takes
   */
  record Describe(SelfDescription words) implements Input {}

  /**
   * Take part in one group no more, while the node stays: acquire it not again, release it if it is
   * still held, tell the others, then forget it (rule R5). It may be joined again at any time, and
   * then waits until it was forgotten.
   *
   * @param group its name; one that is not taken part in is forgotten at once
   */
  record LeaveGroup(String group) implements Input {}

  /**
   * Leave for good: acquire nothing more, release what is still held, then stop renewing, then
   * write LEFT (rule R5).
   */
  record Leave() implements Input {}
}
