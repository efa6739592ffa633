package dev.primacy.faults.check;

import dev.primacy.FencingToken;
import dev.primacy.NodeRole;
import dev.primacy.faults.history.History;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A token is one node's: in its calls, in its events, in what reached the resource. */
final class OneHolderPerToken implements Rule {

  private record Claim(FencingToken token, String process) {}

  @Override
  public String name() {
    return "a token belongs to one start of one node";
  }

  @Override
  public List<String> breaches(History history) {
    Map<FencingToken, Set<String>> holders =
        claims(history)
            .collect(
                Collectors.groupingBy(
                    Claim::token,
                    Collectors.mapping(Claim::process, Collectors.toCollection(TreeSet::new))));
    return holders.entrySet().stream()
        .filter(entry -> entry.getValue().size() > 1)
        .map(entry -> entry.getKey() + " is held by " + entry.getValue())
        .toList();
  }

  private static Stream<Claim> claims(History history) {
    Stream<Claim> told =
        history.roleChanges().stream()
            .filter(change -> change.current() == NodeRole.PRIMARY)
            .flatMap(
                change -> change.token().map(token -> new Claim(token, change.process())).stream());
    Stream<Claim> admitted =
        history.admissions().stream().map(one -> new Claim(one.token(), one.process()));
    Stream<Claim> arrived =
        history.arrivals().stream().map(one -> new Claim(one.token(), one.process()));
    return Stream.of(told, admitted, arrived).flatMap(claims -> claims);
  }
}
