package dev.primacy.rest;

import dev.primacy.cdi.GuardedMethod;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.sse.SseEventSink;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * What the filter has to know of a resource method, found out once.
 *
 * @param guarded what it demands; null if nothing
 * @param led whether a locator leads to it, and it demands nothing but by default: then what the
 *     way demands goes before
 * @param leavesItsThread whether its response may be made on another thread than it runs on
 */
record GuardedSite(@Nullable GuardedMethod guarded, boolean led, boolean leavesItsThread) {

  /**
   * Decides.
   *
   * @param itself what the method demands itself
   * @param otherwise what it demands by default
   * @param root whether requests reach its class without a locator
   */
  static GuardedSite of(
      @Nullable GuardedMethod itself,
      @Nullable GuardedMethod otherwise,
      boolean root,
      Method method) {
    boolean led = itself == null && !root;
    return new GuardedSite(itself == null ? otherwise : itself, led, leavesItsThread(method));
  }

  private static boolean leavesItsThread(Method method) {
    return CompletionStage.class.isAssignableFrom(method.getReturnType())
        || Flow.Publisher.class.isAssignableFrom(method.getReturnType())
        || Arrays.stream(method.getParameters())
            .anyMatch(
                p -> p.isAnnotationPresent(Suspended.class) || p.getType() == SseEventSink.class);
  }
}
