package dev.primacy.benchmarks.report;

/** From the lowest to the highest. */
public record Interval(double low, double high) {}
