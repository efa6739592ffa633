package dev.primacy.rest.scenario;

import jakarta.ws.rs.core.Application;

/** A REST implementation in a CDI container behind an HTTP server, in this process. */
public interface RestStack {

  /** Starts an application that lists its classes. */
  RestServer start(Application application) throws Exception;

  /**
   * Starts an application that lists its classes as long as nothing brings the filter in: on CXF
   * nothing does, elsewhere the application keeps the server from loading services.
   */
  RestServer startWithoutFilter(Application application) throws Exception;

  /**
   * Starts an application that lists nothing: resources and providers are found by scanning, these
   * as well.
   */
  RestServer startScanning(Class<?>... more) throws Exception;
}
