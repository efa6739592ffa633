package dev.primacy.admin;

import static dev.primacy.admin.AdminMessages.TEXT;

import dev.primacy.control.HaState;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What there is, by path and method. Filled before the first request, and safe on any thread then.
 */
final class Routes {
  private static final String BE = "be-";
  private static final String DEAD = "-dead";

  private final Map<String, Map<String, Route>> byPath = new HashMap<>();

  /**
   * One kind of request.
   *
   * @param access who may ask
   * @param handler who carries it out
   */
  record Route(Access access, Handler handler) {}

  void add(String method, String path, Access access, Handler handler) {
    byPath
        .computeIfAbsent(path, unused -> new LinkedHashMap<>())
        .put(method, new Route(access, handler));
  }

  boolean isEmpty() {
    return byPath.isEmpty();
  }

  /**
   * Finds who carries out a request.
   *
   * @throws Problem 404 or 405
   */
  Route find(Request request) {
    Map<String, Route> methods = byPath.get(canonical(request.path()));
    if (methods == null) {
      throw Problem.of(404, TEXT.nothingHere());
    }
    Route route = methods.get(request.effectiveMethod());
    if (route == null) {
      String allowed = String.join(", ", methods.keySet());
      throw Problem.of(405, TEXT.wrongMethod(shown(request.method()), allowed))
          .with("Allow", allowed);
    }
    return route;
  }

  /**
   * Older names of roles are understood: {@code be-master} is {@code be-primary}. What stands for a
   * session is a star, here and in the log: whoever knows it may read what it hears.
   */
  static String canonical(String path) {
    if (path.startsWith(Polling.SESSIONS)) {
      return Polling.SESSION;
    }
    if (path.startsWith(BE)) {
      Optional<HaState> state = HaState.named(path.substring(BE.length()));
      return state.map(known -> BE + known.wireName()).orElse(path);
    }
    boolean dead = path.equals("secondary" + DEAD) || path.equals("slave" + DEAD);
    return dead ? "declare" + DEAD : path;
  }

  /** A method is whatever a client writes there. */
  private static String shown(String method) {
    return method.matches("[A-Z]{1,16}") ? method : "That method";
  }
}
