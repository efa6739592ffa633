package dev.primacy.servers.work;

/**
 * An event of the application's own.
 *
 * @param id tells one from another
 */
public record Placed(String id) {}
