package dev.primacy.core.runtime;

import static dev.primacy.core.CoreMessages.MESSAGES;

import dev.primacy.core.messaging.MessagingSetup;
import dev.primacy.core.settings.Mode;
import dev.primacy.core.settings.Reading;
import dev.primacy.spi.Engine;
import dev.primacy.spi.EngineContext;
import dev.primacy.spi.MessageQueue;
import dev.primacy.spi.MessengerProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which messenger is used: the one that is named, the only one there is, or the engine's own. */
final class MessengerChoice {
  static final String KEY = "primacy.messenger";
  private static final String NONE = "none";

  private final Reading reading;
  private final MessagingSetup setup;
  private final List<String> problems = new ArrayList<>();

  private MessengerChoice(Reading reading, MessagingSetup setup) {
    this.reading = reading;
    this.setup = setup;
  }

  /**
   * Chooses.
   *
   * @param context for the messenger's checks
   * @param problems get everything that is wrong
   * @return what is left of the setup: at most one provider
   */
  static MessagingSetup of(
      Reading reading, MessagingSetup setup, EngineContext context, List<String> problems) {
    if (reading.mode() != Mode.CLUSTERED || reading.engine().isEmpty()) {
      return setup.with(Optional.empty());
    }
    MessengerChoice choice = new MessengerChoice(reading, setup);
    Optional<MessengerProvider> chosen = choice.choose();
    chosen.ifPresent(provider -> choice.check(provider, context));
    problems.addAll(choice.problems);
    return setup.with(chosen);
  }

  private Optional<MessengerProvider> choose() {
    Optional<String> named = reading.values().configured(KEY);
    if (named.isPresent()) {
      return named.get().equals(NONE) ? none() : named(named.get());
    }
    if (setup.users().isEmpty()) {
      return Optional.empty();
    }
    if (setup.providers().size() > 1) {
      problems.add(MESSAGES.severalMessengers(names(setup.providers().stream())));
      return Optional.empty();
    }
    Optional<MessengerProvider> only = setup.providers().stream().findFirst();
    return only.or(this::ofEngine).or(this::none);
  }

  private Optional<MessengerProvider> ofEngine() {
    return reading.engine().flatMap(Engine::messenger);
  }

  private Optional<MessengerProvider> none() {
    if (!setup.users().isEmpty()) {
      problems.add(MESSAGES.noMessenger(users(), reading.engine().map(Engine::name).orElse(NONE)));
    }
    return Optional.empty();
  }

  private String users() {
    return String.join(", ", setup.users());
  }

  private Optional<MessengerProvider> named(String name) {
    List<MessengerProvider> all =
        Stream.concat(setup.providers().stream(), ofEngine().stream()).toList();
    Optional<MessengerProvider> found =
        all.stream().filter(provider -> provider.name().equals(name)).findFirst();
    if (found.isEmpty()) {
      problems.add(MESSAGES.messengerNotFound(name, names(all.stream())));
    }
    return found;
  }

  private static String names(Stream<MessengerProvider> providers) {
    String names =
        providers.map(provider -> "'" + provider.name() + "'").collect(Collectors.joining(", "));
    return names.isEmpty() ? NONE : names;
  }

  private void check(MessengerProvider provider, EngineContext context) {
    problems.addAll(provider.problems(context));
    if (setup.codec().isEmpty() && !setup.users().isEmpty()) {
      problems.add(MESSAGES.noCodec(users()));
    }
    if (provider.promise().durable().isEmpty()) {
      setup.queues().stream()
          .filter(MessageQueue::durable)
          .forEach(queue -> problems.add(MESSAGES.notDurable(queue.name(), provider.name())));
    }
  }
}
