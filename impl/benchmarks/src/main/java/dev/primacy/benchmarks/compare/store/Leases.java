package dev.primacy.benchmarks.compare.store;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.StatusBuilder;
import io.fabric8.kubernetes.client.server.mock.KubernetesAttributesExtractor;
import io.fabric8.kubernetes.client.server.mock.KubernetesCrudDispatcher;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.fabric8.mockwebserver.crud.AttributeSet;
import io.fabric8.mockwebserver.http.MockResponse;
import io.fabric8.mockwebserver.http.RecordedRequest;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The imitation, and what it lacks: one change at a time, a status that says what is absent, and an
 * object found by its name. By itself it compares each request with every object there is, which
 * takes milliseconds if there are ten thousand.
 */
final class Leases extends KubernetesCrudDispatcher {

  // guarded by this object's monitor, under which every request is served
  private final Map<String, AttributeSet> byName = new HashMap<>();

  @Override
  public MockResponse dispatch(RecordedRequest request) {
    // what the imitation checks and does in two steps has to be one here
    synchronized (this) {
      MockResponse response = super.dispatch(request);
      return response.code() == 404 ? absent() : response;
    }
  }

  @Override
  public MockResponse handleGet(String path) {
    AttributeSet wanted = getKey(path);
    if (name(wanted) == null) {
      return super.handleGet(path);
    }
    Map.Entry<AttributeSet, String> found = findResource(wanted);
    return found == null
        ? new MockResponse().setResponseCode(404)
        : new MockResponse().setResponseCode(200).setBody(found.getValue());
  }

  @Override
  public Map.@Nullable Entry<AttributeSet, String> findResource(AttributeSet wanted) {
    AttributeSet key = byName.get(name(wanted));
    return key == null ? null : Map.entry(key, map.get(key));
  }

  @Override
  public void processEvent(
      String path,
      AttributeSet wanted,
      @Nullable AttributeSet old,
      @Nullable GenericKubernetesResource resource,
      @Nullable String state) {
    super.processEvent(path, wanted, old, resource, state);
    if (state == null) {
      byName.remove(name(wanted));
    } else {
      // as the one it was put under just now
      byName.put(name(wanted), AttributeSet.merge(wanted, attributeExtractor.fromResource(state)));
    }
  }

  private static @Nullable String name(AttributeSet attributes) {
    return attributes.containsKey(KubernetesAttributesExtractor.NAME)
        ? attributes.getAttribute(KubernetesAttributesExtractor.NAME).getValues().get(0).toString()
        : null;
  }

  @Override
  public MockResponse handleWatch(String path) {
    MockResponse response = super.handleWatch(path);
    return response.withWebSocketUpgrade(
        new PatientListener(response.getWebSocketListener(), this));
  }

  private static MockResponse absent() {
    String status =
        Serialization.asJson(
            new StatusBuilder()
                .withStatus("Failure")
                .withCode(404)
                .withReason("NotFound")
                .withMessage("there is no such Lease")
                .withNewDetails()
                .withKind("leases")
                .endDetails()
                .build());
    return new MockResponse().setResponseCode(404).setBody(status);
  }
}
