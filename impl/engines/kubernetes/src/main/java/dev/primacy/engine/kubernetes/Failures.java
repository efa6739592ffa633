package dev.primacy.engine.kubernetes;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.GeneralSecurityException;
import java.util.Set;

/** What a failure says about the request it ended. */
final class Failures {

  private static final int MOST_CAUSES = 20;

  /**
   * Answers by which a request was certainly not carried out: the server, or whoever stands before
   * it, did not take it. Not among them: 408, and what proxies add for requests they gave up.
   */
  private static final Set<Integer> NOT_DONE =
      Set.of(400, 401, 403, 404, 405, 406, 409, 410, 411, 413, 414, 415, 422, 429, 431);

  private Failures() {}

  static boolean isCertainlyNotDone(int code) {
    return NOT_DONE.contains(code);
  }

  /**
   * There was no connection, or the server's certificate was not accepted, before anything else.
   */
  static boolean isNeverSent(Throwable failure) {
    Throwable cause = failure;
    for (int i = 0; i < MOST_CAUSES && cause != null; i++) {
      if (cause instanceof ConnectException
          || cause instanceof HttpConnectTimeoutException
          || cause instanceof UnknownHostException
          || cause instanceof UnresolvedAddressException
          || cause instanceof GeneralSecurityException) {
        return true;
      }
      cause = cause.getCause();
    }
    return false;
  }

  /** One line. */
  static String reason(Throwable failure) {
    Throwable cause = failure;
    while (cause.getMessage() == null && cause.getCause() != null) {
      cause = cause.getCause();
    }
    String message = cause.getMessage();
    String type = cause.getClass().getSimpleName();
    return message == null ? type : type + ": " + message.lines().findFirst().orElse(message);
  }
}
