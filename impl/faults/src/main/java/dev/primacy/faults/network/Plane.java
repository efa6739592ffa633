package dev.primacy.faults.network;

/** The two networks between nodes and hub. The addresses are those set aside for documentation. */
public enum Plane {
  /** Nodes among each other, and with stores: what faults cut. */
  CLUSTER("c", "192.0.2."),
  /** The client to nodes, and nodes to the resource: never touched. */
  SERVICE("s", "198.51.100.");

  private static final int HUB = 254;

  private final String letter;
  private final String prefix;

  Plane(String letter, String prefix) {
    this.letter = letter;
    this.prefix = prefix;
  }

  /** The address of a node, numbered from 1. */
  public String address(int number) {
    return prefix + number;
  }

  /** The address of the hub. */
  public String hub() {
    return prefix + HUB;
  }

  String bridge() {
    return "br" + letter;
  }

  String port(int number) {
    return letter + number;
  }

  String device() {
    return "eth" + letter;
  }
}
