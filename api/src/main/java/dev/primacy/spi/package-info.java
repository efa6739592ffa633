/**
 * What an engine implements: linearizable compare-and-set registers, described by {@link
 * dev.primacy.spi.RecordStore}, and the {@link dev.primacy.spi.Engine} that opens them.
 *
 * <p>Engines do not elect. One elector in Primacy's core runs on any store that keeps the contract,
 * so an engine is thin: read, list, compare-and-set by version, and optionally a hint that
 * something changed.
 */
@NullMarked
package dev.primacy.spi;

import org.jspecify.annotations.NullMarked;
