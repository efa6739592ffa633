package dev.primacy.testkit;

import dev.primacy.FencingToken;
import java.time.Duration;

/**
 * A guarded call that was let in.
 *
 * @param node where
 * @param method class and method, or the name the test gave it
 * @param group whose primary the node was
 * @param token under which
 * @param at when, from the start of the cluster in virtual time
 * @since 0.1
 */
public record GuardedCall(
    String node, String method, String group, FencingToken token, Duration at) {}
