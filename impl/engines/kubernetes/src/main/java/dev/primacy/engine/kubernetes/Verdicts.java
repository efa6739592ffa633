package dev.primacy.engine.kubernetes;

import static dev.primacy.engine.kubernetes.Messages.LOG;

import dev.primacy.spi.PutOutcome;
import dev.primacy.spi.RecordVersion;
import dev.primacy.spi.StoreException;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.Status;
import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What answers mean. */
final class Verdicts {

  private static final int NOT_FOUND = 404;
  private static final int CONFLICT = 409;
  private static final String LEASES = "leases";
  private static final String NAMESPACES = "namespaces";
  private static final int MOST_SHOWN = 200;

  private final KubernetesSerialization json;
  private final String namespace;
  private final Health health;

  Verdicts(KubernetesSerialization json, String namespace, Health health) {
    this.json = json;
    this.namespace = namespace;
    this.health = health;
  }

  <T> T parsed(String verb, Answer answer, Class<T> type) throws StoreException {
    try {
      T parsed = json.unmarshal(new String(answer.body(), StandardCharsets.UTF_8), type);
      if (parsed == null) {
        throw new StoreException(LOG.unreadableAnswer("it is empty"));
      }
      health.answered(verb);
      return parsed;
    } catch (KubernetesClientException | IllegalArgumentException e) {
      throw new StoreException(LOG.unreadableAnswer(Failures.reason(e)), e);
    }
  }

  /** Whether the server says that there is no such Lease; any other page may be missing too. */
  boolean isAbsent(String verb, Answer answer) {
    if (answer.code() == NOT_FOUND && isAbout(status(answer), LEASES)) {
      health.answered(verb);
      return true;
    }
    return false;
  }

  PutOutcome written(String verb, Answer answer) {
    if (!answer.isGood()) {
      return failed(verb, answer);
    }
    try {
      RecordVersion version = Forms.version(parsed(verb, answer, Lease.class));
      return version.equals(RecordVersion.ABSENT)
          ? new PutOutcome.Unknown(new StoreException(LOG.unreadableAnswer("no version")))
          : new PutOutcome.Stored(version);
    } catch (StoreException e) {
      return new PutOutcome.Unknown(e);
    }
  }

  /** Something may have set finalizers: then the object is only marked. */
  PutOutcome removed(String lease, Answer answer) {
    if (!answer.isGood()) {
      return failed("delete", answer);
    }
    try {
      GenericKubernetesResource left = parsed("delete", answer, GenericKubernetesResource.class);
      boolean marked = left.getMetadata() != null && !left.getFinalizers().isEmpty();
      return marked
          ? new PutOutcome.Unknown(new StoreException(LOG.finalizers(lease)))
          : new PutOutcome.Stored(RecordVersion.ABSENT);
    } catch (StoreException e) {
      return new PutOutcome.Unknown(e);
    }
  }

  private PutOutcome failed(String verb, Answer answer) {
    if (answer.code() == CONFLICT || isAbsent(verb, answer)) {
      health.answered(verb);
      return new PutOutcome.Conflict();
    }
    StoreException cause = failure(verb, answer);
    return Failures.isCertainlyNotDone(answer.code())
        ? new PutOutcome.Refused(cause)
        : new PutOutcome.Unknown(cause);
  }

  /** Anything but a good answer, in words. */
  StoreException failure(String verb, Answer answer) {
    String text = text(answer);
    String message =
        switch (answer.code()) {
          case 401 -> LOG.unauthorized(text);
          case 403 -> LOG.forbidden(verb, namespace, text);
          case NOT_FOUND ->
              isAbout(status(answer), NAMESPACES)
                  ? LOG.noSuchNamespace(namespace, text)
                  : LOG.notAnApiServer(health.server(), NOT_FOUND);
          default -> LOG.badAnswer(answer.code(), text);
        };
    health.refused(verb, message);
    return new StoreException(message);
  }

  private String text(Answer answer) {
    String text =
        status(answer)
            .map(Status::getMessage)
            .orElseGet(() -> new String(answer.body(), StandardCharsets.UTF_8));
    String line = text.lines().findFirst().orElse("").strip();
    return line.length() > MOST_SHOWN ? line.substring(0, MOST_SHOWN) : line;
  }

  private Optional<Status> status(Answer answer) {
    try {
      String text = new String(answer.body(), StandardCharsets.UTF_8);
      return Optional.ofNullable(json.unmarshal(text, Status.class))
          .filter(status -> "Status".equals(status.getKind()));
    } catch (KubernetesClientException | IllegalArgumentException other) {
      return Optional.empty();
    }
  }

  private static boolean isAbout(Optional<Status> status, String resource) {
    return status
        .map(Status::getDetails)
        .filter(details -> resource.equals(details.getKind()))
        .isPresent();
  }
}
