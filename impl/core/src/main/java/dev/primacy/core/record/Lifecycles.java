package dev.primacy.core.record;

import dev.primacy.NodeLifecycle;

/** What a life cycle is in a record. A state of a later version is a node at work. */
final class Lifecycles {
  private static final byte UP = 1;
  private static final byte LEAVING = 2;

  private Lifecycles() {}

  static byte code(NodeLifecycle lifecycle) {
    return switch (lifecycle) {
      case UP -> UP;
      case LEAVING, REMOVED -> LEAVING;
    };
  }

  static NodeLifecycle of(byte code) {
    return code == LEAVING ? NodeLifecycle.LEAVING : NodeLifecycle.UP;
  }
}
