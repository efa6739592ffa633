package dev.primacy.servers.messages;

import dev.primacy.OnSecondary;
import dev.primacy.PrimaryOnly;
import dev.primacy.servers.Journal;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.inject.Inject;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;

/**
 * Skips what it is given on a secondary. It has returned then, and so the message is acknowledged:
 * on a secondary messages are <em>lost</em> here.
 */
@MessageDriven(
    activationConfig = {
      @ActivationConfigProperty(
          propertyName = "destinationType",
          propertyValue = "jakarta.jms.Queue"),
      @ActivationConfigProperty(propertyName = "destinationLookup", propertyValue = Queues.SKIPPING)
    })
public class SkippingConsumer implements MessageListener {
  @Inject Journal journal;

  /** Made by the container. */
  public SkippingConsumer() {}

  @Override
  @PrimaryOnly(onSecondary = OnSecondary.SKIP)
  public void onMessage(Message message) {
    try {
      journal.write("skipping", message.getBody(String.class));
    } catch (JMSException e) {
      throw new IllegalStateException(e);
    }
  }
}
