package dev.primacy.admin;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** What operating leaves in the log: 2540 to 2559. A line per command, none per refused request. */
@MessageLogger(projectCode = "PRIMACY-", length = 4)
interface AdminLog extends BasicLogger {
  AdminLog LOG =
      Logger.getMessageLogger(MethodHandles.lookup(), AdminLog.class, "dev.primacy.admin");

  @LogMessage(level = Logger.Level.INFO)
  @Message(id = 2540, value = "below %s: probes %s, reading %s, commands %s")
  void serves(String path, String probes, String reading, String commands);

  @LogMessage(level = Logger.Level.INFO)
  @Message(id = 2541, value = "command %s by %s: %s (correlation %s)")
  void commanded(String command, String operator, String outcome, String correlation);

  @LogMessage(level = Logger.Level.WARN)
  @Message(
      id = 2542,
      value =
          "%d request(s) of operators refused since the last line like this: no token, a wrong one,"
              + " or no operator.")
  void refused(long requests);

  @LogMessage(level = Logger.Level.WARN)
  @Message(
      id = 2543,
      value =
          "A listener to the stream of events does not keep up and is dropped; it may come back and"
              + " say which event it saw last.")
  void tooSlow();

  @LogMessage(level = Logger.Level.WARN)
  @Message(id = 2544, value = "Group '%s' is not shown over JMX: %s")
  void notShown(String group, String reason);

  @LogMessage(level = Logger.Level.INFO)
  @Message(id = 2545, value = "what was still under way on group '%s' is over now: %s")
  void late(String group, String outcome);

  @LogMessage(level = Logger.Level.ERROR)
  @Message(id = 9081, value = "A request of an operator went wrong (correlation %s).")
  void defect(@Cause Throwable cause, String correlation);
}
