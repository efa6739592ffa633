package dev.primacy.benchmarks.compare.store;

import io.fabric8.kubernetes.api.model.StatusBuilder;
import io.fabric8.kubernetes.client.server.mock.KubernetesCrudDispatcher;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.fabric8.mockwebserver.http.MockResponse;
import io.fabric8.mockwebserver.http.RecordedRequest;

/**
 * The imitation, and what it lacks: one change at a time, and a status that says what is absent.
 */
final class Leases extends KubernetesCrudDispatcher {

  @Override
  public MockResponse dispatch(RecordedRequest request) {
    // what the imitation checks and does in two steps has to be one here
    synchronized (this) {
      MockResponse response = super.dispatch(request);
      return response.code() == 404 ? absent() : response;
    }
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
