package dev.primacy.admin;

import static dev.primacy.admin.AdminMessages.TEXT;

/** Who may ask what. Safe on any thread. */
final class Authorisation {
  private final TokenCheck token;
  private final RefusedAttempts attempts;

  Authorisation(TokenCheck token, RefusedAttempts attempts) {
    this.token = token;
    this.attempts = attempts;
  }

  /**
   * Lets a request pass, or not. Where it came from is looked at first: a token that was sent in
   * the clear is not even compared.
   *
   * @throws Problem 401 or 403
   */
  void check(Access access, Request request) {
    if (access == Access.OPEN) {
      return;
    }
    Caller caller = request.caller();
    if (!caller.encrypted() && !caller.local()) {
      throw Problem.of(403, TEXT.notSecure());
    }
    boolean presented = token.accepts(request.header("authorization"));
    if (presented || caller.operator()) {
      return;
    }
    attempts.count();
    throw caller.name().isPresent()
        ? Problem.of(403, TEXT.noOperator())
        : Problem.of(401, TEXT.anonymous()).with("WWW-Authenticate", "Bearer realm=\"primacy\"");
  }

  /** Who asks, for the log: never the token, and nothing a client could forge. */
  static String who(Caller caller) {
    return caller.operator()
        ? caller.name().map(Authorisation::printable).orElse("an operator")
        : "a bearer of the token";
  }

  private static String printable(String name) {
    return name.replaceAll("[^\\x20-\\x7e]", "?");
  }
}
