package dev.primacy.telemetry;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** What metrics log: 1520 to 1549. Nothing per collection. */
@MessageLogger(projectCode = "PRIMACY-", length = 4)
interface TelemetryLog extends BasicLogger {
  TelemetryLog LOG =
      Logger.getMessageLogger(MethodHandles.lookup(), TelemetryLog.class, "dev.primacy.telemetry");

  @LogMessage(level = Logger.Level.INFO)
  @Message(id = 1520, value = "metrics go to %s")
  void exports(String systems);

  @LogMessage(level = Logger.Level.WARN)
  @Message(
      id = 1521,
      value =
          "Group '%s' and any further one have no metrics: there are as many with metrics as"
              + " primacy.telemetry.groups=%d lets in. Raise it if your monitoring bears it.")
  void tooManyGroups(String group, int most);

  @LogMessage(level = Logger.Level.WARN)
  @Message(
      id = 1522,
      value =
          "There are several beans of type %s and none of them is the default one, so that metrics"
              + " go to the global one; add @Alternative and a @Priority to the one that is meant.")
  void ambiguous(String type);

  @LogMessage(level = Logger.Level.WARN)
  @Message(
      id = 1523,
      value =
          "%s does not take a metric of ours, which is left out; logged once. The cause says what"
              + " it objects to.")
  void refused(@Cause Throwable cause, String system);
}
