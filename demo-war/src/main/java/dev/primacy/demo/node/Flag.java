package dev.primacy.demo.node;

import dev.primacy.demo.DemoMessages;
import java.util.Arrays;
import java.util.Optional;

/** The flags of the light node's command line. */
enum Flag {
  NAME("--name", "NAME", "this node's name, unlike every other node's"),
  BIND("--bind", "ADDRESS", "the address to listen on (default 127.0.0.1)"),
  HTTP("--http", "PORT", "the port for HTTP"),
  CLUSTER("--cluster", "PORT", "the cluster port P; ZooKeeper takes P, P+1000 and P+2000"),
  PEERS("--peers", "HOST:PORT,…", "the cluster addresses of all nodes, this one included"),
  DATA("--data", "DIR", "where data is kept; the demo's nodes may share it"),
  SET("--set", "KEY=VALUE", "any setting; may be repeated"),
  STOP_ON_EOF("--stop-on-eof", "", "stops when standard input ends; launchers use it"),
  HELP("--help", "", "prints this");

  private static final int LAST_PORT = 65_535;

  private final String text;
  private final String value;
  private final String description;

  Flag(String text, String value, String description) {
    this.text = text;
    this.value = value;
    this.description = description;
  }

  static Optional<Flag> of(String text) {
    return Arrays.stream(values()).filter(flag -> flag.text.equals(text)).findFirst();
  }

  /** What the user types. */
  String text() {
    return text;
  }

  boolean takesValue() {
    return !value.isEmpty();
  }

  String value() {
    return value;
  }

  String description() {
    return description;
  }

  /** Reads a port. */
  int port(String number) {
    return port(number, LAST_PORT, "a port, 1 to 65535");
  }

  /** Reads a port that leaves room for the two derived from it. */
  int clusterPort(String number) {
    int last = LAST_PORT - PeerAddress.CLIENT_OFFSET;
    return port(number, last, "a cluster port, 1 to " + last);
  }

  private int port(String number, int last, String rule) {
    try {
      int port = Integer.parseInt(number);
      if (port >= 1 && port <= last) {
        return port;
      }
    } catch (NumberFormatException e) {
      throw bad(number, rule);
    }
    throw bad(number, rule);
  }

  private UsageException bad(String found, String rule) {
    return new UsageException(DemoMessages.TEXT.valueBad(text, found, rule));
  }

  @Override
  public String toString() {
    return text;
  }
}
