package dev.primacy.core.messaging;

import dev.primacy.event.EnvelopedEvent;
import dev.primacy.spi.MessageQueue;
import dev.primacy.spi.MessengerProvider;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What an application makes of events across nodes.
 *
 * @param providers the messengers on the class path, engines' own apart
 * @param codec turns events into bytes; empty if there is none
 * @param types the types of events that are known here, by number; Primacy's own apart
 * @param queues the queues that are observed here, as the observers name them
 * @param users who publishes for the cluster, or observes what others publish, for messages; empty
 *     if nobody does
 * @since 0.1
 */
public record MessagingSetup(
    List<MessengerProvider> providers,
    Optional<EventCodec> codec,
    Map<Integer, Class<? extends EnvelopedEvent>> types,
    Set<MessageQueue> queues,
    List<String> users) {

  /** Nothing. */
  public static final MessagingSetup NONE =
      new MessagingSetup(List.of(), Optional.empty(), Map.of(), Set.of(), List.of());

  /** Copies the collections. */
  public MessagingSetup {
    providers = List.copyOf(providers);
    types = Map.copyOf(types);
    queues = Set.copyOf(queues);
    users = List.copyOf(users);
  }

  /**
   * The same with another choice of messengers.
   *
   * @param next the messenger to use; empty for none
   * @return the changed setup
   */
  public MessagingSetup with(Optional<MessengerProvider> next) {
    return new MessagingSetup(next.stream().toList(), codec, types, queues, users);
  }
}
