package dev.primacy.benchmarks.compare.store;

import java.util.function.LongSupplier;

/**
 * A way into a store.
 *
 * @param address where it is
 * @param requests how many came through it
 */
public record Door(String address, LongSupplier requests) {}
