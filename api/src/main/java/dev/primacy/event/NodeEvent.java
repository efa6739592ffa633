package dev.primacy.event;

/**
 * Something about the nodes of the cluster, fired once per cluster and not per group. Under load
 * several changes of one node may be merged to the latest, never the last one lost; {@link
 * NodesSettled} closes each batch.
 *
 * @since 0.1
 */
public sealed interface NodeEvent extends ClusterEvent
    permits NodeRecordSeen, NodeJoined, NodeUpdated, NodeLeft, NodesSettled {}
