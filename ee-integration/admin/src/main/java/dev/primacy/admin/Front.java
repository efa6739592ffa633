package dev.primacy.admin;

import static dev.primacy.admin.AdminMessages.TEXT;

import dev.primacy.control.ControlException;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * A request in, an answer out; knows no servlet. Whatever goes wrong becomes a problem document
 * here, and never says more than it has to. Safe on any thread.
 */
final class Front {
  private static final String CORRELATION = "Primacy-Correlation-Id";

  private final Routes routes;
  private final Authorisation authorisation;
  private final Supplier<UUID> correlations;

  Front(Routes routes, Authorisation authorisation, Supplier<UUID> correlations) {
    this.routes = routes;
    this.authorisation = authorisation;
    this.correlations = correlations;
  }

  Outcome handle(Request request) {
    String correlation = correlations.get().toString();
    Outcome outcome = carryOut(request, correlation);
    return outcome instanceof Answer answer ? answer.with(CORRELATION, correlation) : outcome;
  }

  private Outcome carryOut(Request request, String correlation) {
    try {
      Routes.Route route = routes.find(request);
      authorisation.check(route.access(), request);
      return route.access() == Access.OPERATORS && !request.effectiveMethod().equals("GET")
          ? logged(route, request, correlation)
          : route.handler().handle(request);
    } catch (Problem refused) {
      return refused.answer(correlation);
    } catch (ControlException refused) {
      return Problem.of(refused).answer(correlation);
    } catch (RuntimeException defect) {
      AdminLog.LOG.defect(defect, correlation);
      return Problem.of(500, TEXT.defect()).answer(correlation);
    }
  }

  /** Who commanded what is in the log, whatever came of it. */
  private static Outcome logged(Routes.Route route, Request request, String correlation) {
    String command = request.method() + " " + Routes.canonical(request.path());
    String who = Authorisation.who(request.caller());
    try {
      Outcome outcome = route.handler().handle(request);
      String status = outcome instanceof Answer answer ? Integer.toString(answer.status()) : "";
      AdminLog.LOG.commanded(command, who, status, correlation);
      return outcome;
    } catch (Problem refused) {
      AdminLog.LOG.commanded(command, who, refused.word(), correlation);
      throw refused;
    } catch (ControlException refused) {
      AdminLog.LOG.commanded(command, who, refused.error().name(), correlation);
      throw refused;
    }
  }
}
