package dev.primacy.core.settings;

import dev.primacy.core.elector.ElectionPolicy;

/**
 * One group.
 *
 * @param name its name
 * @param policy who may become its primary
 * @param later whether it is joined at run time only
 * @since 0.1
 */
public record GroupSettings(String name, ElectionPolicy policy, boolean later) {}
