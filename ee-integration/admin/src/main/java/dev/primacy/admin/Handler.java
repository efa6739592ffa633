package dev.primacy.admin;

/** Carries out one kind of request. */
@FunctionalInterface
interface Handler {

  /**
   * Carries out a request that may be made.
   *
   * @param request the request
   * @return what came of it
   * @throws Problem if it is not carried out
   */
  Outcome handle(Request request);
}
