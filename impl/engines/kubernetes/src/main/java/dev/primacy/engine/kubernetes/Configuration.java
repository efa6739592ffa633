package dev.primacy.engine.kubernetes;

import java.time.Duration;
import java.util.Optional;

/**
 * The validated settings.
 *
 * @param access how the API server is reached
 * @param namespace where the Leases are; empty if only the kubeconfig knows
 * @param cluster the cluster's name
 * @param nodeName the node's name, for people who look at a Lease
 * @param requestTimeout how long one request may take
 * @param lease the node's lease, by which a watch that says nothing is judged
 */
record Configuration(
    Access access,
    Optional<String> namespace,
    String cluster,
    String nodeName,
    Duration requestTimeout,
    Duration lease) {}
