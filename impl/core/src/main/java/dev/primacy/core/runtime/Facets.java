package dev.primacy.core.runtime;

import dev.primacy.Groups;
import dev.primacy.control.ClusterControl;
import dev.primacy.control.GroupAdmin;
import dev.primacy.core.settings.Settings;
import dev.primacy.core.vitals.Vitals;
import dev.primacy.watch.ClusterMonitors;
import dev.primacy.watch.NodeWatch;

/**
 * What a runtime of any kind shows of itself, besides its groups and its store.
 *
 * @param settings what it was configured with
 * @param memberships of every configured group
 * @param dynamicGroups joined and left at run time
 * @param control for operators
 * @param groupAdmin for operators
 * @param nodeWatch of the nodes it knows
 * @param monitors of groups
 * @param vitals how it is doing
 */
record Facets(
    Settings settings,
    Memberships memberships,
    Groups dynamicGroups,
    ClusterControl control,
    GroupAdmin groupAdmin,
    NodeWatch nodeWatch,
    ClusterMonitors monitors,
    Vitals vitals) {}
