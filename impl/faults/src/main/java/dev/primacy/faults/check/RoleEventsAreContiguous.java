package dev.primacy.faults.check;

import dev.primacy.FencingToken;
import dev.primacy.NodeRole;
import dev.primacy.faults.history.History;
import dev.primacy.faults.history.RoleChange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The events of one node tell one story, without gaps, repetitions and contradictions. */
final class RoleEventsAreContiguous implements Rule {

  @Override
  public String name() {
    return "a node's role events are numbered from 1, each begins where the last ended, tokens"
        + " rise";
  }

  @Override
  public List<String> breaches(History history) {
    Map<String, List<RoleChange>> nodes =
        history.roleChanges().stream()
            .collect(
                Collectors.groupingBy(
                    RoleChange::process, LinkedHashMap::new, Collectors.toList()));
    List<String> found = new ArrayList<>();
    nodes.values().forEach(story -> follow(story, found));
    return found;
  }

  private static void follow(List<RoleChange> story, List<String> found) {
    long seq = 0;
    Optional<NodeRole> role = Optional.empty();
    Optional<FencingToken> gained = Optional.empty();
    for (RoleChange change : story) {
      seq++;
      if (change.seq() != seq) {
        found.add(change + ": number " + seq + " was due");
      } else if (!change.previous().equals(role)) {
        found.add(change + ": the last one ended with " + role);
      }
      if (change.current() == NodeRole.PRIMARY) {
        if (falls(gained, change.token())) {
          found.add(change + ": not above " + gained);
        }
        gained = change.token();
      }
      seq = change.seq();
      role = Optional.of(change.current());
    }
  }

  private static boolean falls(Optional<FencingToken> last, Optional<FencingToken> next) {
    if (next.isEmpty()) {
      return true;
    }
    return last.filter(next.get()::isComparableWith)
        .filter(token -> !next.get().supersedes(token))
        .isPresent();
  }
}
