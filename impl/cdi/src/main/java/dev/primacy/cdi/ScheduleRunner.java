package dev.primacy.cdi;

/**
 * Marks the bean that runs schedules. Where the application has none, a {@link
 * dev.primacy.PrimarySchedule} is a deployment error. What the bean itself observes does not count
 * as a use of Primacy.
 *
 * @since 0.1
 */
public interface ScheduleRunner {}
