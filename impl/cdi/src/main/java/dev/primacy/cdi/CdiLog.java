package dev.primacy.cdi;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** What the container's side logs: 2300 to 2399. Nothing per call. */
@MessageLogger(projectCode = "PRIMACY-", length = 4)
interface CdiLog extends BasicLogger {
  CdiLog LOG = Logger.getMessageLogger(MethodHandles.lookup(), CdiLog.class, "dev.primacy.cdi");

  @LogMessage(level = Logger.Level.INFO)
  @Message(id = 2300, value = "guarded methods: %d%s")
  void guardReport(int methods, String lines);

  // 2301 was a failing asynchronous observer: told like any other now, as 2106
}
