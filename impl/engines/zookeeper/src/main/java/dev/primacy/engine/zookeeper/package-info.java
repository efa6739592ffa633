/**
 * Records in a ZooKeeper ensemble: one a team already runs, or one embedded in the nodes. {@link
 * dev.primacy.engine.zookeeper.ZooKeeperEngine} is found by the service loader; nothing else here
 * is meant for callers.
 */
@NullMarked
package dev.primacy.engine.zookeeper;

import org.jspecify.annotations.NullMarked;
