package dev.primacy.core.settings;

import java.time.Duration;

/**
 * How role changes treat observers and calls under way.
 *
 * @param timeout how long observers of a change to come may take
 * @param stall how long an observer may run before it is reported
 * @param stepDownOnFailure whether a promotion that fails is handed back
 * @param drainTimeout how long calls under way may go on
 * @param threads how many groups' events are delivered side by side
 * @since 0.1
 */
public record ObserverSettings(
    Duration timeout,
    Duration stall,
    boolean stepDownOnFailure,
    Duration drainTimeout,
    int threads) {}
