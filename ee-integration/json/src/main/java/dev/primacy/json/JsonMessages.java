package dev.primacy.json;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.Messages;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageBundle;

/** What is said of events that cannot be JSON, and of JSON that is no event: 1430 to 1449. */
@MessageBundle(projectCode = "PRIMACY-", length = 4)
interface JsonMessages {
  JsonMessages TEXT = Messages.getBundle(MethodHandles.lookup(), JsonMessages.class);

  @Message(
      id = 1430,
      value =
          "%s has %s, which is a %s and has no form as JSON; allowed are String, boolean, numbers"
              + " (also BigDecimal and BigInteger), enums, Instant, Duration, UUID, URI, records of"
              + " such, and Optional, List, Set and Map<String, ...> of such.")
  String noForm(String event, String component, String type);

  @Message(
      id = 1431,
      value =
          "Events need Jakarta JSON Processing to be turned into JSON, and no implementation of it"
              + " is there; add one to the application, such as org.eclipse.parsson:parsson, or run"
              + " it on a server that has one.")
  String noProvider();

  @Message(
      id = 1432,
      value = "%s cannot be turned into JSON: %s. Correct the value before it is published.")
  String notEncodable(String event, String problem);

  @Message(
      id = 1433,
      value = "what should be a %s has the version %s, and this application reads version %d.")
  String otherVersion(String event, String version, int known);

  @Message(id = 1434, value = "what should be a %s says that it is a %s.")
  String otherSchema(String event, String schema);

  @Message(id = 1435, value = "what should be a %s cannot be read: %s.")
  String notDecodable(String event, String problem);
}
