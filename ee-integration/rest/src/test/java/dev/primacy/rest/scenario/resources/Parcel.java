package dev.primacy.rest.scenario.resources;

/** A request body, to see whether it was read. */
public record Parcel(String content) {}
