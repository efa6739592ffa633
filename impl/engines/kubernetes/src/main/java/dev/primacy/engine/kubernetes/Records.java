package dev.primacy.engine.kubernetes;

import static dev.primacy.engine.kubernetes.Messages.LOG;

import dev.primacy.spi.PutOutcome;
import dev.primacy.spi.RecordKey;
import dev.primacy.spi.RecordStore;
import dev.primacy.spi.RecordVersion;
import dev.primacy.spi.StoreException;
import dev.primacy.spi.StoredRecord;
import io.fabric8.kubernetes.api.model.DeleteOptionsBuilder;
import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import io.fabric8.kubernetes.api.model.coordination.v1.LeaseList;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The registers. Reads name no resource version, and so are answered from what a majority of etcd
 * confirmed; a write names the object and the state it replaces.
 */
final class Records {

  private static final String JSON = "application/json";

  private final Exchanges exchanges;
  private final Verdicts verdicts;
  private final Health health;
  private final Forms forms;
  private final KubernetesSerialization json;
  private final String leases;
  private final String namespace;
  private final Duration limit;

  Records(
      Exchanges exchanges,
      Verdicts verdicts,
      Health health,
      Forms forms,
      KubernetesSerialization json,
      String namespace,
      Duration limit) {
    this.exchanges = exchanges;
    this.verdicts = verdicts;
    this.health = health;
    this.forms = forms;
    this.json = json;
    this.namespace = namespace;
    this.limit = limit;
    leases = health.server() + "apis/coordination.k8s.io/v1/namespaces/" + namespace + "/leases";
  }

  Optional<StoredRecord> read(RecordKey key) throws StoreException, InterruptedException {
    String name = forms.name(key);
    Answer answer = exchanges.send(at("/" + name), new Budget(limit));
    if (verdicts.isAbsent("get", answer)) {
      return Optional.empty();
    }
    if (!answer.isGood()) {
      throw verdicts.failure("get", answer);
    }
    return Optional.of(
        forms
            .record(verdicts.parsed("get", answer, Lease.class))
            .filter(record -> record.key().equals(key))
            .orElseThrow(() -> new StoreException(LOG.foreignLease(name, namespace))));
  }

  List<StoredRecord> list() throws StoreException, InterruptedException {
    String selector = URLEncoder.encode(forms.selector(), StandardCharsets.UTF_8);
    Answer answer = exchanges.send(at("?labelSelector=" + selector), new Budget(limit));
    if (!answer.isGood()) {
      throw verdicts.failure("list", answer);
    }
    List<StoredRecord> records = new ArrayList<>();
    for (Lease lease : verdicts.parsed("list", answer, LeaseList.class).getItems()) {
      forms.record(lease).filter(Forms::isShown).ifPresent(records::add);
    }
    return records;
  }

  PutOutcome put(RecordKey key, RecordVersion expected, byte[] value) {
    if (value.length > RecordStore.MAX_VALUE_BYTES) {
      String message = LOG.tooLarge(value.length, RecordStore.MAX_VALUE_BYTES);
      return new PutOutcome.Refused(new StoreException(message));
    }
    if (expected.equals(RecordVersion.ABSENT)) {
      HttpRequest.Builder create = at("").post(JSON, json.asJson(forms.created(key, value)));
      return write(key, time -> verdicts.written("create", exchanges.send(create, time)));
    }
    Optional<Stamp> known = Stamp.parse(expected);
    if (known.isEmpty()) {
      return new PutOutcome.Conflict();
    }
    String replacement = json.asJson(forms.replaced(key, known.get(), value));
    HttpRequest.Builder update = at("/" + forms.name(key)).method("PUT", JSON, replacement);
    return write(key, time -> verdicts.written("update", exchanges.send(update, time)));
  }

  PutOutcome remove(RecordKey key, RecordVersion expected) {
    Optional<Stamp> known = Stamp.parse(expected);
    if (known.isEmpty()) {
      return new PutOutcome.Conflict();
    }
    String name = forms.name(key);
    HttpRequest.Builder delete = at("/" + name).method("DELETE", JSON, preconditions(known.get()));
    return write(key, time -> verdicts.removed(name, exchanges.send(delete, time)));
  }

  private String preconditions(Stamp known) {
    return json.asJson(
        new DeleteOptionsBuilder()
            .withNewPreconditions()
            .withUid(known.uid())
            .withResourceVersion(known.resourceVersion())
            .endPreconditions()
            .build());
  }

  private HttpRequest.Builder at(String rest) {
    return exchanges.request().uri(URI.create(leases + rest));
  }

  /** A write on its way. */
  private interface Write {
    PutOutcome send(Budget time) throws StoreException, InterruptedException;
  }

  /**
   * HTTP does not tell whether a request that got no answer arrived. So after one of those a write
   * is sent only once the server has answered a question: without that it was certainly not done.
   * If the answer took so long that the write's may not come in time, the write is left to the next
   * attempt, which asks no more.
   */
  private PutOutcome write(RecordKey key, Write write) {
    try {
      Budget time = new Budget(limit);
      if (health.isLost()) {
        ask(key, time);
        if (!time.isHalfLeft()) {
          return new PutOutcome.Refused(new StoreException(LOG.answersLate(limit.toMillis())));
        }
      }
      return write.send(time);
    } catch (NotSent e) {
      return new PutOutcome.Refused(e);
    } catch (StoreException e) {
      return new PutOutcome.Unknown(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new PutOutcome.Unknown(e);
    }
  }

  private void ask(RecordKey key, Budget time) throws NotSent, InterruptedException {
    try {
      Answer answer = exchanges.send(at("/" + forms.name(key)), time);
      if (answer.isGood()) {
        health.answered("get");
      } else if (!verdicts.isAbsent("get", answer)) {
        throw verdicts.failure("get", answer);
      }
    } catch (StoreException e) {
      throw new NotSent(String.valueOf(e.getMessage()), e);
    }
  }
}
