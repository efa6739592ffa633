package dev.primacy.benchmarks.compare.cohort;

/**
 * A line of a contender's process.
 *
 * @param by who said it
 * @param word what happened
 * @param number when, in nanoseconds on the machine's one monotonic clock; or how many
 */
public record Said(Member by, String word, long number) {}
