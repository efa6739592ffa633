package dev.primacy.servers;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Where the resources are; they are found by scanning. */
@ApplicationPath("/api")
public class ServersApplication extends Application {}
