package dev.primacy.core.schedule;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.primacy.FencingToken;
import dev.primacy.core.record.RecordFormatException;
import dev.primacy.core.record.ScheduleCodec;
import dev.primacy.core.record.ScheduleRecord;
import dev.primacy.core.record.UnknownFields;
import dev.primacy.spi.PutOutcome;
import dev.primacy.spi.RecordKey;
import dev.primacy.spi.RecordKind;
import dev.primacy.spi.RecordStore;
import dev.primacy.spi.RecordVersion;
import dev.primacy.spi.StoreException;
import dev.primacy.spi.StoredRecord;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Claims in the store: one record per schedule, changed by compare-and-set only.
 *
 * <p>Why a firing is claimed once: each claim moves {@code upTo} forward, and of two writes that
 * expect the same version one succeeds. That alone holds whatever tokens and clocks do. The token
 * is in the record so that a primary which was succeeded cannot claim, and thereby lose, firings of
 * its successor: who begins raises the term first, as a fence is raised.
 *
 * <p>A write whose outcome is unknown is read back. If the record shows this token and this firing,
 * it was this write that did it, since nobody else writes under the token; and it was not started
 * yet, since the answer was not known. If it shows neither, the same write is sent again: whichever
 * of the two comes first, the other one fails, and both say the same.
 *
 * @since 0.1
 */
public final class StoredClaims implements FiringClaims {
  private static final int ATTEMPTS = 4;

  private final Supplier<RecordStore> store;
  private final BiPredicate<String, FencingToken> holds;
  private final String group;
  private final String name;
  private final RecordKey key;

  /** As last seen; null if that may be out of date. */
  private @Nullable Seen seen;

  /** Why the last write did not do it, for people. */
  private String reason = "";

  /** Claimed under a token by a write whose outcome is unknown. */
  private @Nullable Unsure unsure;

  private record Seen(RecordVersion version, @Nullable ScheduleRecord record) {}

  private record Unsure(FencingToken token, Instant firing) {}

  /**
   * Makes the claims of a schedule; asks nothing yet.
   *
   * @param store the store of the moment
   * @param holds whether this node holds a group under a token, by a read that begins then
   * @param group the group
   * @param name the schedule's name, at most {@link ScheduleCodec#MAX_NAME_BYTES} in UTF-8
   */
  public StoredClaims(
      Supplier<RecordStore> store,
      BiPredicate<String, FencingToken> holds,
      String group,
      String name) {
    this.store = store;
    this.holds = holds;
    this.group = group;
    this.name = name;
    this.key = key(group, name);
  }

  /** Of any two names; and of a form that no incarnation has. */
  private static RecordKey key(String group, String name) {
    UUID hash = UUID.nameUUIDFromBytes((group + '/' + name).getBytes(UTF_8));
    return new RecordKey(RecordKind.SCHEDULE, "s." + hash);
  }

  @Override
  public ClaimOutcome begin(Optional<FencingToken> token, Instant now) {
    seen = null;
    return advance(token.orElseThrow(), null, now);
  }

  @Override
  public ClaimOutcome claim(Optional<FencingToken> token, Instant firing) {
    return advance(token.orElseThrow(), firing, firing);
  }

  /** Without a firing it only begins. */
  private ClaimOutcome advance(FencingToken token, @Nullable Instant firing, Instant start) {
    for (int i = 0; i < ATTEMPTS; i++) {
      try {
        ClaimOutcome outcome = attempt(token, firing, start, current());
        if (outcome != null) {
          return outcome;
        }
      } catch (StoreException | RecordFormatException problem) {
        return new ClaimOutcome.Unanswered(String.valueOf(problem.getMessage()));
      } catch (InterruptedException stop) {
        Thread.currentThread().interrupt();
        return new ClaimOutcome.Unanswered("interrupted");
      }
    }
    return new ClaimOutcome.Unanswered(reason);
  }

  private Seen current() throws StoreException, InterruptedException, RecordFormatException {
    Seen known = seen;
    if (known == null) {
      Optional<StoredRecord> found = store.get().read(key);
      known =
          found.isEmpty()
              ? new Seen(RecordVersion.ABSENT, null)
              : new Seen(found.get().version(), decoded(found.get()));
      seen = known;
    }
    return known;
  }

  private ScheduleRecord decoded(StoredRecord found) throws RecordFormatException {
    ScheduleRecord record = ScheduleCodec.decode(found.value());
    if (!record.group().equals(group) || !record.name().equals(name)) {
      throw new RecordFormatException(
          "the record of schedule " + name + " is that of " + record.name());
    }
    return record;
  }

  /** Null if the record was changed meanwhile, or may have been. */
  private @Nullable ClaimOutcome attempt(
      FencingToken token, @Nullable Instant firing, Instant start, Seen known) {
    ScheduleRecord record = known.record();
    if (record == null) {
      return write(token, firing, start, known);
    }
    boolean own = isOwn(token, record);
    if (!own && !maySucceed(token, record)) {
      return new ClaimOutcome.Superseded();
    }
    if (firing == null) {
      return own
          ? new ClaimOutcome.Settled(record.upTo())
          : write(token, null, record.upTo(), known);
    }
    if (firing.isAfter(record.upTo())) {
      return write(token, firing, firing, known);
    }
    return own && record.upTo().equals(firing) && wasUnsure(token, firing)
        ? claimed()
        : new ClaimOutcome.Settled(record.upTo());
  }

  private static boolean isOwn(FencingToken token, ScheduleRecord record) {
    return record.scope().equals(token.scope()) && record.term() == token.term();
  }

  /**
   * Whether a token is later than the one that wrote the record. Tokens of two scopes cannot be
   * compared: then the group's record decides. It is read after this one was, so if this node holds
   * the group, whoever holds it later changes this record later, too.
   */
  private boolean maySucceed(FencingToken token, ScheduleRecord record) {
    return record.scope().equals(token.scope())
        ? record.term() < token.term()
        : holds.test(group, token);
  }

  private boolean wasUnsure(FencingToken token, Instant firing) {
    return new Unsure(token, firing).equals(unsure);
  }

  private ClaimOutcome claimed() {
    unsure = null;
    return new ClaimOutcome.Claimed();
  }

  private @Nullable ClaimOutcome write(
      FencingToken token, @Nullable Instant firing, Instant upTo, Seen known) {
    ScheduleRecord before = known.record();
    UnknownFields newer = before == null ? UnknownFields.NONE : before.unknown();
    ScheduleRecord next = new ScheduleRecord(group, name, token.scope(), token.term(), upTo, newer);
    PutOutcome outcome = store.get().put(key, known.version(), ScheduleCodec.encode(next));
    if (outcome instanceof PutOutcome.Stored stored) {
      seen = new Seen(stored.version(), next);
      return firing == null ? new ClaimOutcome.Settled(upTo) : claimed();
    }
    seen = null;
    if (outcome instanceof PutOutcome.Refused refused) {
      return new ClaimOutcome.Unanswered(String.valueOf(refused.cause().getMessage()));
    }
    reason = "the record is changed by others all the time";
    if (outcome instanceof PutOutcome.Unknown unknown) {
      reason = String.valueOf(unknown.cause().getMessage());
      unsure = firing == null ? unsure : new Unsure(token, firing);
    }
    return null;
  }
}
