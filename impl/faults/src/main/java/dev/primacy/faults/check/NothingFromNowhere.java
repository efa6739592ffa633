package dev.primacy.faults.check;

import dev.primacy.faults.history.Admission;
import dev.primacy.faults.history.Arrival;
import dev.primacy.faults.history.Call;
import dev.primacy.faults.history.History;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Every effect has its cause: a write was let in, a call that was let in was made. A call the
 * client still waited for when the run ended is not in the history, and says nothing.
 */
final class NothingFromNowhere implements Rule {

  @Override
  public String name() {
    return "whatever reaches the resource was let in before, on that node, under that token";
  }

  @Override
  public List<String> breaches(History history) {
    Map<String, Admission> admitted = byId(history.admissions(), Admission::id);
    Map<String, Call> made = byId(history.calls(), Call::id);
    Stream<String> writes =
        history.arrivals().stream()
            .filter(write -> !caused(write, admitted.get(write.id())))
            .map(write -> write + " without having been let in");
    Stream<String> calls =
        history.admissions().stream()
            .filter(one -> Optional.ofNullable(made.get(one.id())).filter(late(one)).isPresent())
            .map(one -> one + " before the call was made");
    return Stream.concat(writes, calls).toList();
  }

  private static Predicate<Call> late(Admission admission) {
    return call -> call.invoked() - admission.arrived() > 0;
  }

  private static boolean caused(Arrival write, @Nullable Admission admission) {
    return admission != null
        && admission.process().equals(write.process())
        && admission.token().equals(write.token())
        && write.at() - admission.entered() >= 0;
  }

  private static <T> Map<String, T> byId(List<T> all, Function<T, String> id) {
    return all.stream().collect(Collectors.toMap(id, Function.identity(), (one, other) -> one));
  }
}
