package dev.primacy.core.operate;

/**
 * What a node knows of a group at one instant.
 *
 * @param known whether it has read the group's record, and reaches the store
 * @param leads whether it holds the group and lets calls in
 * @param taking whether it has been granted the group, or is giving it up
 * @param primary whether another live node holds the group
 * @param nominalPrimary whether that one is meant to
 * @param secondaries how many live nodes say that they are secondaries of the group
 * @param imposed whether the group is read-only because of the rules
 * @since 0.1
 */
public record Facts(
    boolean known,
    boolean leads,
    boolean taking,
    boolean primary,
    boolean nominalPrimary,
    int secondaries,
    boolean imposed) {}
