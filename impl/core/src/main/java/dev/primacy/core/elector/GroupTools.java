package dev.primacy.core.elector;

import java.util.random.RandomGenerator;

/**
 * What all groups of one elector work with; kept once, for there may be ten thousand of them.
 *
 * @param shared what most of them have in common
 */
record GroupTools(
    NodeSettings node,
    ElectionRules rules,
    Exchange exchange,
    OwnRecord own,
    Peers peers,
    RandomGenerator random,
    Shared shared) {

  long now() {
    return exchange.now().nanos();
  }
}
