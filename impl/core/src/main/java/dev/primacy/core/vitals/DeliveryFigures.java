package dev.primacy.core.vitals;

/**
 * How the delivery of events to observers is doing.
 *
 * @param waiting how many tasks of delivery wait or run now
 * @param failures how often an observer threw, from the start
 * @param stalls how often an observer ran for longer than {@code primacy.observers.stall}
 * @param stalled how many run for longer than that now
 * @since 0.1
 */
public record DeliveryFigures(long waiting, long failures, long stalls, int stalled) {}
