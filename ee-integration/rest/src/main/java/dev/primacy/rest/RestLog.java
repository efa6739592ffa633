package dev.primacy.rest;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** What the REST guard logs: 2400 to 2449. */
@MessageLogger(projectCode = "PRIMACY-", length = 4)
interface RestLog {
  RestLog LOG = Logger.getMessageLogger(MethodHandles.lookup(), RestLog.class, "dev.primacy.rest");

  @LogMessage(level = Logger.Level.WARN)
  @Message(
      id = 2401,
      value =
          "%s could not be read, because the CDI container is out of reach while the REST server"
              + " configures its filters; the guard's filter has priority %d.")
  void priorityNotRead(@Cause Throwable reason, String key, int priority);
}
