package dev.primacy.servers.messages;

import jakarta.jms.JMSDestinationDefinition;

/** The queues of this application, by name. */
@JMSDestinationDefinition(
    name = Queues.SKIPPING,
    interfaceName = "jakarta.jms.Queue",
    destinationName = "skipping")
@JMSDestinationDefinition(
    name = Queues.REJECTING,
    interfaceName = "jakarta.jms.Queue",
    destinationName = "rejecting")
public final class Queues {
  static final String SKIPPING = "java:app/queue/skipping";
  static final String REJECTING = "java:app/queue/rejecting";

  private Queues() {}
}
