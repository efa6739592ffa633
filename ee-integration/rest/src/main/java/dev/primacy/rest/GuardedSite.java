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
 * @param guarded what it demands itself; null if nothing
 * @param led whether a locator leads to it, which may demand something in its place
 * @param leavesItsThread whether its response may be made on another thread than it runs on
 */
record GuardedSite(@Nullable GuardedMethod guarded, boolean led, boolean leavesItsThread) {

  static GuardedSite of(@Nullable GuardedMethod guarded, boolean root, Method method) {
    return new GuardedSite(guarded, guarded == null && !root, leavesItsThread(method));
  }

  private static boolean leavesItsThread(Method method) {
    return CompletionStage.class.isAssignableFrom(method.getReturnType())
        || Flow.Publisher.class.isAssignableFrom(method.getReturnType())
        || Arrays.stream(method.getParameters())
            .anyMatch(
                p -> p.isAnnotationPresent(Suspended.class) || p.getType() == SseEventSink.class);
  }
}
