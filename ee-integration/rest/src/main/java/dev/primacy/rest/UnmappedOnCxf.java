package dev.primacy.rest;

import jakarta.annotation.Priority;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.lang.ref.WeakReference;
import org.jspecify.annotations.Nullable;

/**
 * CXF runs no response filter after an exception that nobody maps, so a guarded call that ends that
 * way would count as in flight for ever. Registered on CXF alone: there an absent answer leaves the
 * exception unmapped, as it was; elsewhere it would be an empty success.
 */
@Priority(Integer.MAX_VALUE)
final class UnmappedOnCxf implements ExceptionMapper<Throwable> {
  /** Of the JDK's classes only: a server's thread must not hold an application that is gone. */
  private static final ThreadLocal<@Nullable WeakReference<GuardedCall>> LATEST =
      new ThreadLocal<>();

  /** Whether an object of the server's is CXF's. */
  static boolean isCxf(Object ofTheServer) {
    return ofTheServer.getClass().getName().startsWith("org.apache.cxf.");
  }

  /** A request begins on this thread; it is not guarded, or not let in yet. */
  static void forget() {
    LATEST.remove();
  }

  /** The request on this thread was let in. */
  static void remember(GuardedCall call) {
    LATEST.set(new WeakReference<>(call));
  }

  @Override
  public @Nullable Response toResponse(Throwable unmapped) {
    if (unmapped instanceof WebApplicationException answer) {
      return answer.getResponse(); // CXF's own mapper yields to this one, and does no more
    }
    WeakReference<GuardedCall> latest = LATEST.get();
    GuardedCall call = latest == null ? null : latest.get();
    if (call != null) {
      call.leave();
    }
    LATEST.remove();
    return null;
  }
}
