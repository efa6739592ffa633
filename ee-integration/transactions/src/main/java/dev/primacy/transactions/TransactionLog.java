package dev.primacy.transactions;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
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

  @LogMessage(level = Logger.Level.INFO)
  @Message(id = 2451, value = "fence raised group=%s token=%s through=%s")
  void raised(String group, String token, String name);

  @LogMessage(level = Logger.Level.WARN)
  @Message(
      id = 2452,
      value =
          "The fence of group '%s' does not show the token of this node although its role stands, as"
              + " after a restore of primacy_fence; the role is handed back, so that the next primary"
              + " raises the fence anew.")
  void handedBack(String group);

  @LogMessage(level = Logger.Level.WARN)
  @Message(
      id = 2453,
      value =
          "%s could not be asked at deployment whether it can fence transactions; it is asked again"
              + " when the role is granted.")
  void notProbed(@Cause Throwable reason, String name);
}
