package dev.primacy.rest;

import jakarta.enterprise.inject.spi.DeploymentException;
import java.lang.invoke.MethodHandles;
import org.jboss.logging.Messages;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageBundle;

/** What the REST guard says at deployment: 1300 to 1399. */
@MessageBundle(projectCode = "PRIMACY-", length = 4)
interface RestMessages {
  RestMessages TEXT = Messages.getBundle(MethodHandles.lookup(), RestMessages.class);

  @Message(
      id = 1301,
      value =
          "@PrimaryOnly(onSecondary = SKIP) on REST method %s cannot be carried out, because its"
              + " caller waits for an answer; use REJECT there, or move what may be skipped to a"
              + " bean.")
  DeploymentException skipOnResource(String method);

  @Message(
      id = 1302,
      value =
          "%s lists its classes without dev.primacy.rest.PrimacyFeature, and this REST server does"
              + " not load features as services: nobody would guard %s. Add"
              + " dev.primacy.rest.PrimacyFeature to its getClasses().")
  DeploymentException unguardedByServer(String application, String resources);

  @Message(
      id = 1303,
      value =
          "%s lists its classes without dev.primacy.rest.PrimacyFeature, and sets"
              + " jakarta.ws.rs.loadServices to false: nobody would guard %s. Add"
              + " dev.primacy.rest.PrimacyFeature to its getClasses(), or let the server load"
              + " features as services.")
  DeploymentException unguardedByChoice(String application, String resources);

  @Message(
      id = 1310,
      value =
          "@PrimaryOnly(onSecondary = REDIRECT) on REST method %s would send nobody anywhere,"
              + " because primacy.guard.redirect.allow is empty; list the public addresses of the"
              + " nodes there, or use REJECT.")
  DeploymentException redirectNowhere(String method);
}
