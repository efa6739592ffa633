package dev.primacy.servers.messages;

import dev.primacy.Membership;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.jms.JMSContext;
import jakarta.jms.Queue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** Sends a message to both consumers of this server. */
@Path("messages/{text}")
@RequestScoped
public class Sender {
  @Inject JMSContext context;
  @Inject Membership membership;

  @SuppressWarnings("NullAway.Init") // by the container
  @Resource(lookup = Queues.SKIPPING)
  Queue skipping;

  @SuppressWarnings("NullAway.Init") // by the container
  @Resource(lookup = Queues.REJECTING)
  Queue rejecting;

  /** Made by the container. */
  public Sender() {}

  /**
   * Sends it.
   *
   * @param text what it says
   * @return the role of this node before
   */
  @POST
  public String send(@PathParam("text") String text) {
    String role = membership.role().name();
    context.createProducer().send(skipping, text).send(rejecting, text);
    return role;
  }
}
