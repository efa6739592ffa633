package dev.primacy.rest.scenario;

import java.net.URI;

/**
 * A running application.
 *
 * @param base its address, ending in a slash
 * @param stop ends server and container
 */
public record RestServer(URI base, AutoCloseable stop) {}
