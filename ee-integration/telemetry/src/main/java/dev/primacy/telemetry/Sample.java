package dev.primacy.telemetry;

import java.util.List;

/**
 * One value of a metric.
 *
 * @param tags the values of its tags, in the order of {@link Metric#tags}
 * @param value the value
 */
record Sample(List<String> tags, double value) {}
