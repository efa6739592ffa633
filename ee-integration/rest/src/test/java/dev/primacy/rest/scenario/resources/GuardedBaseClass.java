package dev.primacy.rest.scenario.resources;

import dev.primacy.PrimaryOnly;

/** Guarded as a whole; {@code PrimaryOnly} is inherited. */
@PrimaryOnly
public abstract class GuardedBaseClass {}
