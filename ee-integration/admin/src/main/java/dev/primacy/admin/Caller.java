package dev.primacy.admin;

import java.util.Optional;

/**
 * Who asks, as the server knows it.
 *
 * @param encrypted whether the request came over TLS
 * @param local whether it came from this machine, and was forwarded by nobody
 * @param name whom the server logged in; empty for nobody
 * @param operator whether that one has the operators' role
 */
record Caller(boolean encrypted, boolean local, Optional<String> name, boolean operator) {}
