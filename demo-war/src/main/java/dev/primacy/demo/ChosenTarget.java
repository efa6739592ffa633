package dev.primacy.demo;

import dev.primacy.FencingToken;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** The resource the settings name: {@code demo.resource} if it is set, else the shared file. */
@ApplicationScoped
class ChosenTarget implements WriteTarget {
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);

  private final WriteTarget target;

  @Inject
  ChosenTarget(DemoSettings settings) {
    this.target =
        settings
            .text("demo.resource")
            .<WriteTarget>map(url -> new RemoteResource(URI.create(url), ANSWER_WITHIN))
            .orElseGet(() -> new FileCounter(counterFile(settings)));
  }

  /** For proxies only. */
  @SuppressWarnings("NullAway") // never called on: a client proxy hands over to the real instance
  protected ChosenTarget() {
    this.target = null;
  }

  private static Path counterFile(DemoSettings settings) {
    return Path.of(
        settings
            .text("demo.counter")
            .orElseGet(() -> System.getProperty("java.io.tmpdir") + "/primacy-demo-counter"));
  }

  @Override
  public WriteOutcome write(JsonValue id, String node, Optional<FencingToken> token) {
    return target.write(id, node, token);
  }
}
