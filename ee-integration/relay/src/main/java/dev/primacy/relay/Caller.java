package dev.primacy.relay;

import java.util.Optional;

/**
 * What the server knows of a request before its body is read.
 *
 * @param encrypted whether it came over TLS
 * @param local whether it came from this machine
 * @param authorization the header; empty if there is none
 * @param type the media type of its body; empty if it does not say
 */
record Caller(
    boolean encrypted, boolean local, Optional<String> authorization, Optional<String> type) {}
