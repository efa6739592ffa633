package dev.primacy.transactions;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** What the transactions module logs: 2450 to 2499. Nothing per call that succeeds. */
@MessageLogger(projectCode = "PRIMACY-", length = 4)
interface TransactionLog extends BasicLogger {
  TransactionLog LOG =
      Logger.getMessageLogger(
          MethodHandles.lookup(), TransactionLog.class, "dev.primacy.transactions");

  @LogMessage(level = Logger.Level.WARN)
  @Message(
      id = 2450,
      value =
          "No transaction manager was found, neither as a bean nor as %s, so guarded calls are not"
              + " checked again at commit; add one, or remove primacy-transactions.")
  void noTransactions(String name);
}
