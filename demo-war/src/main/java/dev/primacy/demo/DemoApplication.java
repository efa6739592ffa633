package dev.primacy.demo;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/**
 * The REST application, right under the context root. It lists nothing: resources and providers,
 * the library's among them, are found by scanning.
 *
 * @since 0.1
 */
@ApplicationPath("/")
public class DemoApplication extends Application {}
