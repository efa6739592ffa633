package dev.primacy.faults.check;

import dev.primacy.FencingToken;
import dev.primacy.faults.history.Arrival;
import dev.primacy.faults.history.History;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What the resource stored, it stored in the order of the tokens. */
final class TokensRiseInTheResource implements Rule {

  @Override
  public String name() {
    return "the resource stores nothing under a token lower than one it has stored under";
  }

  @Override
  public List<String> breaches(History history) {
    List<String> found = new ArrayList<>();
    Set<UUID> closed = new HashSet<>();
    Optional<FencingToken> greatest = Optional.empty();
    for (Arrival write : history.arrivals()) {
      if (!write.accepted()) {
        continue;
      }
      Optional<FencingToken> before = greatest;
      if (closed.contains(write.token().scope()) || before.filter(write::isBehind).isPresent()) {
        found.add("%s stored under %s after %s".formatted(write.id(), write.token(), before));
      }
      before
          .filter(last -> !last.isComparableWith(write.token()))
          .ifPresent(last -> closed.add(last.scope()));
      greatest = Optional.of(write.token());
    }
    return found;
  }
}
