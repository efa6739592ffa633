package dev.primacy.core.schedule;

import dev.primacy.FencingToken;
import dev.primacy.Firing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Everything that became of every firing, and what of it must not have been. */
final class FiringBook implements ScheduleListener {

  /** A node began under a token, and what it then claimed first. */
  static final class Reign {
    final FencingToken token;
    final Instant began;
    final Instant upTo;
    Instant first;

    Reign(FencingToken token, Instant began, Instant upTo) {
      this.token = token;
      this.began = began;
      this.upTo = upTo;
    }
  }

  final List<Firing> runs = new ArrayList<>();
  final List<Firing> givenUp = new ArrayList<>();
  final List<Reign> reigns = new ArrayList<>();
  final Set<FencingToken> tokens = new LinkedHashSet<>();
  final List<String> violations = new ArrayList<>();
  int outlived;
  int failed;
  int unanswered;
  int passedOver;

  void opened(FencingToken token) {
    tokens.add(token);
  }

  void began(VirtualNode node, Firing firing) {
    FencingToken token = firing.token().orElseThrow();
    for (FencingToken other : tokens) {
      if (other.supersedes(token)) {
        violations.add(node.name + " runs " + firing + " although " + other + " was let in");
      }
    }
    for (Firing run : runs) {
      if (run.scheduled().equals(firing.scheduled())) {
        violations.add("twice: " + run + " and " + firing);
      } else if (run.scheduled().isAfter(firing.scheduled())) {
        violations.add("out of order: " + firing + " after " + run);
      }
    }
    runs.add(firing);
  }

  /** The same claims, noted down. */
  FiringClaims claimsOf(FiringClaims claims) {
    return new FiringClaims() {
      @Override
      public ClaimOutcome begin(Optional<FencingToken> token, Instant now) {
        ClaimOutcome outcome = claims.begin(token, now);
        if (outcome instanceof ClaimOutcome.Settled settled) {
          reigns.add(new Reign(token.orElseThrow(), now, settled.upTo()));
        }
        return outcome;
      }

      @Override
      public ClaimOutcome claim(Optional<FencingToken> token, Instant firing) {
        ClaimOutcome outcome = claims.claim(token, firing);
        Reign reign = reigns.get(reigns.size() - 1);
        boolean own = reign.token.equals(token.orElseThrow());
        if (own && reign.first == null && outcome instanceof ClaimOutcome.Claimed) {
          reign.first = firing;
        }
        return outcome;
      }
    };
  }

  @Override
  public void passedOver(Instant from, Instant until) {
    passedOver++;
  }

  @Override
  public void givenUp(Firing firing) {
    givenUp.add(firing);
  }

  @Override
  public void outlived(Firing firing) {
    outlived++;
  }

  @Override
  public void failed(Firing firing, Throwable failure) {
    failed++;
  }

  @Override
  public void unanswered(String reason) {
    unanswered++;
  }

  @Override
  public void ahead(Instant upTo, Instant now) {
    violations.add("far ahead: " + upTo + " at " + now);
  }

  long late() {
    return runs.stream().filter(Firing::late).count();
  }

  @Override
  public String toString() {
    return "failovers %d, run %d, of these late %d, given up %d, outlived the role %d, threw %d, store silent %d"
        .formatted(
            tokens.size() - 1, runs.size(), late(), givenUp.size(), outlived, failed, unanswered);
  }
}
