package dev.primacy.core.view;

import dev.primacy.ClusterNode;
import dev.primacy.event.NodeLeftCause;
import org.jspecify.annotations.Nullable;

/**
 * What became of one node since it was last reported.
 *
 * @param before as last reported; null if it is new
 * @param after as it is now; null if it is gone
 * @param cause how it went, if it is gone
 * @since 0.1
 */
public record NodeChange(
    @Nullable ClusterNode before, @Nullable ClusterNode after, NodeLeftCause cause) {}
