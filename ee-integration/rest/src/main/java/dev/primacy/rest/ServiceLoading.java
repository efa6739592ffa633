package dev.primacy.rest;

import jakarta.ws.rs.core.Application;
import jakarta.ws.rs.ext.RuntimeDelegate;

/** Whether the REST server at hand finds features through the service loader. */
final class ServiceLoading {
  private ServiceLoading() {}

  /** True for CXF, and for any server of REST 3.0, which had no such thing. */
  static boolean isKnownToBeMissing() {
    return isCxf() || !knows("jakarta.ws.rs.SeBootstrap");
  }

  private static boolean isCxf() {
    try {
      return UnmappedOnCxf.isCxf(RuntimeDelegate.getInstance());
    } catch (RuntimeException noServer) {
      return false;
    }
  }

  private static boolean knows(String typeOfRest31) {
    try {
      Class.forName(typeOfRest31, false, Application.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException older) {
      return false;
    }
  }
}
