package dev.primacy.cdi;

import dev.primacy.event.ClusterEvent;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.event.Event;

/**
 * Who hears the events of one topic, found out once: observers do not change after the deployment.
 *
 * @param lane the lane that the topic's events come on
 * @param event fires to them
 * @param telling tells the synchronous ones, one by one as far as failures go
 * @param request of the lane, which is never on two threads at a time: a controller knows whether
 *     it activated
 * @param synchronous whether anybody observes
 * @param asynchronous whether anybody observes asynchronously
 */
record Audience(
    String lane,
    Event<ClusterEvent> event,
    Telling telling,
    RequestContextController request,
    boolean synchronous,
    boolean asynchronous) {}
