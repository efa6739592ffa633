package dev.primacy.core.monitor;

import dev.primacy.spi.StoredRecord;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a monitor has not worked in yet.
 *
 * @param nodes by incarnation, the latest of each, in the order in which they were seen first
 * @param group the group's record; null if nothing was seen of it
 * @param lookAnew whether what is known may be out of date
 */
record Seen(Map<UUID, NodeSighting> nodes, @Nullable StoredRecord group, boolean lookAnew) {}
