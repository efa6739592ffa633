package dev.primacy.servers.messages;

import dev.primacy.PrimaryOnly;
import dev.primacy.servers.Journal;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.inject.Inject;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;

/**
 * Throws on a secondary. The delivery is rolled back then, and the message comes again, here or at
 * another consumer.
 */
@MessageDriven(
    activationConfig = {
      @ActivationConfigProperty(
          propertyName = "destinationType",
          propertyValue = "jakarta.jms.Queue"),
      @ActivationConfigProperty(
          propertyName = "destinationLookup",
          propertyValue = Queues.REJECTING)
    })
public class RejectingConsumer implements MessageListener {
  @Inject Journal journal;

  /** Made by the container. */
  public RejectingConsumer() {}

  @Override
  @PrimaryOnly
  public void onMessage(Message message) {
    try {
      journal.write("rejecting", message.getBody(String.class));
    } catch (JMSException e) {
      throw new IllegalStateException(e);
    }
  }
}
