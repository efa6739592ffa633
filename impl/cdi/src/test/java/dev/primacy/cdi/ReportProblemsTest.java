package dev.primacy.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import dev.primacy.NotPrimaryException;
import dev.primacy.PrimaryOnly;
import dev.primacy.ReportProblems;
import dev.primacy.event.OfSeverity;
import dev.primacy.event.ProblemReported;
import dev.primacy.event.ProblemSeverity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Problems of methods, as observers hear of them. */
class ReportProblemsTest {

  @ApplicationScoped
  static class Instruments {
    @ReportProblems
    void first() {
      throw new IllegalStateException("one");
    }

    @ReportProblems(origin = "instrument.7", severity = ProblemSeverity.CRITICAL)
    void second() throws IOException {
      throw new IOException("two");
    }

    @ReportProblems(severity = ProblemSeverity.INFO)
    void third() {
      throw new UnsupportedOperationException();
    }

    @ReportProblems(origin = "reading")
    int read() {
      throw new IllegalStateException("nothing to return");
    }

    @ReportProblems(origin = "stage")
    CompletionStage<String> later() {
      return CompletableFuture.failedFuture(new IOException("later"));
    }

    @ReportProblems(origin = "stop")
    void interrupted() throws InterruptedException {
      throw new InterruptedException();
    }

    @ReportProblems(origin = "error")
    void broken() {
      throw new AssertionError("broken");
    }

    @ReportProblems(origin = "fine")
    String fine() {
      return "fine";
    }
  }

  @ReportProblems(origin = "class")
  @ApplicationScoped
  static class OfAClass {
    void fails() {
      throw new IllegalStateException("of a class");
    }

    @ReportProblems(origin = "method")
    void failsToo() {
      throw new IllegalStateException("of a method");
    }
  }

  @ReportProblems
  @PrimaryOnly
  @ApplicationScoped
  static class Guarded {
    void post() {}
  }

  @ApplicationScoped
  static class Desk {
    final List<ProblemReported> heard = new CopyOnWriteArrayList<>();
    final List<ProblemReported> critical = new CopyOnWriteArrayList<>();

    List<ProblemReported> heard(int many) {
      await().until(() -> heard.size() >= many);
      return List.copyOf(heard);
    }

    List<ProblemReported> critical() {
      return List.copyOf(critical);
    }

    void hear(@Observes ProblemReported problem) {
      heard.add(problem);
    }

    void alarm(@Observes @OfSeverity(ProblemSeverity.CRITICAL) ProblemReported problem) {
      critical.add(problem);
    }
  }

  private static List<String> origins(List<ProblemReported> heard) {
    return heard.stream().map(problem -> problem.envelope().origin()).toList();
  }

  @Test
  @DisplayName("AT-3.14, S3.33 three methods fail, and three problems are reported in order")
  void three_methods_fail_and_three_problems_are_reported_in_order() throws Exception {
    try (Deployed application = Deployed.of(Instruments.class, Desk.class)) {
      Instruments instruments = application.get(Instruments.class);
      instruments.first();
      instruments.second();
      instruments.third();
      List<ProblemReported> heard = application.get(Desk.class).heard(3);
      assertThat(heard)
          .extracting(ProblemReported::type)
          .containsExactly(
              IllegalStateException.class.getName(),
              IOException.class.getName(),
              UnsupportedOperationException.class.getName());
      assertThat(heard).extracting(ProblemReported::problem).containsExactly("one", "two", "");
      assertThat(origins(heard)).containsExactly("problem", "instrument.7", "problem");
      assertThat(heard).allMatch(each -> each.trace().contains("ReportProblemsTest$Instruments"));
      assertThat(heard.get(0).envelope().name()).endsWith("Instruments.first()");
    }
  }

  @Test
  @DisplayName("S3.33 observers select problems by their severity")
  void observers_select_problems_by_their_severity() throws Exception {
    try (Deployed application = Deployed.of(Instruments.class, Desk.class)) {
      Instruments instruments = application.get(Instruments.class);
      instruments.second();
      instruments.first();
      Desk desk = application.get(Desk.class);
      assertThat(desk.heard(2))
          .extracting(ProblemReported::severity)
          .containsExactly(ProblemSeverity.CRITICAL, ProblemSeverity.ERROR);
      await().until(() -> !desk.critical().isEmpty());
      assertThat(desk.critical()).extracting(ProblemReported::problem).containsExactly("two");
    }
  }

  @Test
  void what_would_return_something_is_reported_and_fails() {
    try (Deployed application = Deployed.of(Instruments.class, Desk.class)) {
      Instruments instruments = application.get(Instruments.class);
      assertThatIllegalStateException().isThrownBy(instruments::read);
      assertThat(instruments.later()).isCompletedExceptionally();
      assertThat(instruments.fine()).isEqualTo("fine");
      assertThat(origins(application.get(Desk.class).heard(2))).containsExactly("reading", "stage");
    }
  }

  @Test
  void errors_and_interrupts_are_neither_swallowed_nor_reported() {
    try (Deployed application = Deployed.of(Instruments.class, Desk.class)) {
      Instruments instruments = application.get(Instruments.class);
      assertThatExceptionOfType(InterruptedException.class).isThrownBy(instruments::interrupted);
      assertThatExceptionOfType(AssertionError.class).isThrownBy(instruments::broken);
      instruments.first();
      assertThat(origins(application.get(Desk.class).heard(1))).containsExactly("problem");
    }
  }

  @Test
  void a_refused_call_is_refused() {
    Map<String, String> off = Map.of("primacy.enabled", "false");
    try (Deployed application = Deployed.with(off, Guarded.class, Desk.class, Instruments.class)) {
      Guarded guarded = application.get(Guarded.class);
      assertThatExceptionOfType(NotPrimaryException.class).isThrownBy(guarded::post);
    }
  }

  @Test
  void the_annotation_of_a_method_replaces_that_of_its_class() {
    try (Deployed application = Deployed.of(OfAClass.class, Desk.class)) {
      application.get(OfAClass.class).fails();
      application.get(OfAClass.class).failsToo();
      assertThat(origins(application.get(Desk.class).heard(2))).containsExactly("class", "method");
    }
  }

  @Test
  void what_nobody_is_told_of_is_logged() {
    try (LogLines log = new LogLines();
        Deployed application = Deployed.of(Instruments.class)) {
      application.get(Instruments.class).first();
      assertThat(log.text()).contains("PRIMACY-2306", "Instruments.first()");
    }
  }

  @ApplicationScoped
  static class FromNowhere {
    @ReportProblems(origin = "no origin")
    void fails() {}
  }

  @Test
  void an_origin_that_is_none_is_refused_at_deployment() {
    assertThat(Deployed.failing(FromNowhere.class))
        .contains("PRIMACY-1262", "FromNowhere.fails()", "no origin");
  }
}
