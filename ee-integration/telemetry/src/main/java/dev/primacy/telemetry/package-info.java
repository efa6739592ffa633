/**
 * Metrics of a node, handed to OpenTelemetry and to Micrometer as far as they are there: read when
 * they are collected, from what is counted anyway.
 *
 * @since 0.1
 */
@NullMarked
package dev.primacy.telemetry;

import org.jspecify.annotations.NullMarked;
