package dev.primacy.cdi;

import jakarta.enterprise.inject.spi.DefinitionException;
import jakarta.enterprise.inject.spi.DeploymentException;
import java.lang.invoke.MethodHandles;
import org.jboss.logging.Messages;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageBundle;

/** What is said of applications that are deployed when they are built: 1600 to 1649. */
@MessageBundle(projectCode = "PRIMACY-", length = 4)
interface BuildMessages {
  BuildMessages TEXT = Messages.getBundle(MethodHandles.lookup(), BuildMessages.class);

  @Message(
      id = 1600,
      value =
          "%s takes part in events between nodes, which need an extension that stands before"
              + " observers, and this container has none; run it on a server with portable"
              + " extensions, or use role and node events.")
  DefinitionException noEventsBetweenNodes(String place);

  @Message(
      id = 1601,
      value =
          "@PrimaryResource on %s would mean nothing, because this container does not let an"
              + " extension call producers; open and close it in observers of NodeRoleChanging and"
              + " NodeRoleChanged.")
  DefinitionException noRoleResource(String type);

  @Message(
      id = 1602,
      value =
          "The application cannot be started:%s%nEach of these has a number of its own; correct"
              + " the settings or the code it names.")
  DeploymentException notDeployable(String problems);

  @Message(
      id = 1603,
      value =
          "%s was there when the application was built, and is not now; build it anew, and leave"
              + " the libraries in it as they were.")
  DeploymentException foundNoMore(@Cause Exception cause, String type);
}
