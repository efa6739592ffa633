package dev.primacy.faults.check;

import dev.primacy.faults.history.Admission;
import dev.primacy.faults.history.Answer;
import dev.primacy.faults.history.Arrival;
import dev.primacy.faults.history.Call;
import dev.primacy.faults.history.History;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A refusal is a promise: whoever hears it may try elsewhere. */
final class RefusedIsNotRun implements Rule {

  @Override
  public String name() {
    return "a call refused with 503, and not as unknown, was neither let in nor stored";
  }

  @Override
  public List<String> breaches(History history) {
    Set<String> run =
        Stream.concat(
                history.admissions().stream().map(Admission::id),
                history.arrivals().stream().map(Arrival::id))
            .collect(Collectors.toSet());
    return history.calls().stream()
        .filter(call -> call.answer() == Answer.NOT_RUN)
        .map(Call::id)
        .filter(run::contains)
        .map(id -> id + " was refused, and run")
        .toList();
  }
}
