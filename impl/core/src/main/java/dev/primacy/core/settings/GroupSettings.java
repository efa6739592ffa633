package dev.primacy.core.settings;

import dev.primacy.core.elector.ElectionPolicy;

/**
 * One configured group.
 *
 * @param name its name
 * @param policy who may become its primary
 * @since 0.1
 */
public record GroupSettings(String name, ElectionPolicy policy) {}
