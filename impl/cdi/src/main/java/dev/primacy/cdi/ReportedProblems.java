package dev.primacy.cdi;

import static dev.primacy.cdi.CdiMessages.TEXT;

import dev.primacy.ReportProblems;
import dev.primacy.messaging.Topic;
import jakarta.enterprise.inject.spi.Annotated;
import jakarta.enterprise.inject.spi.AnnotatedMethod;
import jakarta.enterprise.inject.spi.AnnotatedType;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with where problems are reported. */
final class ReportedProblems {
  private final List<RuntimeException> problems = new ArrayList<>();

  void see(AnnotatedType<?> type) {
    check(type, type.getJavaClass().getName());
    for (AnnotatedMethod<?> method : type.getMethods()) {
      check(method, MethodNames.of(type.getJavaClass(), method.getJavaMember()));
    }
  }

  private void check(Annotated place, String name) {
    ReportProblems said = place.getAnnotation(ReportProblems.class);
    if (said != null && !Topic.isOrigin(said.origin())) {
      problems.add(TEXT.problemsOfNoOrigin(name, said.origin()));
    }
  }

  /** What was found wrong since the last time this was asked. */
  List<RuntimeException> problems() {
    List<RuntimeException> found = List.copyOf(problems);
    problems.clear();
    return found;
  }
}
