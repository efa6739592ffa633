package dev.primacy.health;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** What health checks log: 1500 to 1519. Nothing per answer that goes well. */
@MessageLogger(projectCode = "PRIMACY-", length = 4)
interface HealthLog extends BasicLogger {
  HealthLog LOG =
      Logger.getMessageLogger(MethodHandles.lookup(), HealthLog.class, "dev.primacy.health");

  @LogMessage(level = Logger.Level.ERROR)
  @Message(
      id = 1500,
      value =
          "The health check %s went wrong and answers DOWN until it goes well again; logged once"
              + " until then. Please report it.")
  void failed(@Cause Throwable cause, String check);

  @LogMessage(level = Logger.Level.INFO)
  @Message(id = 1501, value = "The health check %s goes well again.")
  void recovered(String check);
}
