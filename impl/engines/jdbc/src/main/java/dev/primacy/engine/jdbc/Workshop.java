package dev.primacy.engine.jdbc;

import java.util.concurrent.ThreadFactory;

/**
 * What the lanes of one store share.
 *
 * @param sessions opens connections and makes sure they are fit
 * @param health hears of every success and failure
 * @param announcing called when the database turned out to be one that announces changes
 * @param alarms rings when a statement takes too long
 * @param threads makes the threads
 * @param limitNanos how long one request may take
 */
record Workshop(
    Sessions sessions,
    Health health,
    Runnable announcing,
    Alarms alarms,
    ThreadFactory threads,
    long limitNanos) {}
