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
}
