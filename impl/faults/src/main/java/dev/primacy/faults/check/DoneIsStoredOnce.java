package dev.primacy.faults.check;

import dev.primacy.faults.history.Answer;
import dev.primacy.faults.history.Arrival;
import dev.primacy.faults.history.Call;
import dev.primacy.faults.history.History;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was answered 200 was done, once, as the answer says. */
final class DoneIsStoredOnce implements Rule {

  @Override
  public String name() {
    return "a call answered 200 is in the resource exactly once, from that node under that token";
  }

  @Override
  public List<String> breaches(History history) {
    Map<String, List<Arrival>> stored =
        history.arrivals().stream()
            .filter(Arrival::accepted)
            .collect(Collectors.groupingBy(Arrival::id));
    return history.calls().stream()
        .filter(call -> call.answer() == Answer.DONE)
        .flatMap(call -> breach(call, stored.getOrDefault(call.id(), List.of())))
        .toList();
  }

  private static Stream<String> breach(Call call, List<Arrival> stored) {
    if (stored.size() != 1) {
      return Stream.of(call.id() + " was answered 200 and stored " + stored.size() + " times");
    }
    Arrival write = stored.get(0);
    boolean agrees =
        call.token().equals(Optional.of(write.token()))
            && call.process().equals(Optional.of(write.process()));
    return agrees ? Stream.empty() : Stream.of(call + " was stored as " + write);
  }
}
