/**
 * Records as {@code Lease} objects of a Kubernetes API server. {@link
 * dev.primacy.engine.kubernetes.KubernetesEngine} is found by the service loader; nothing else here
 * is meant for callers.
 */
@NullMarked
package dev.primacy.engine.kubernetes;

import org.jspecify.annotations.NullMarked;
