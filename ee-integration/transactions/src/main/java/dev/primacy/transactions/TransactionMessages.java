package dev.primacy.transactions;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.Messages;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageBundle;

/** What deployment, guarded calls and commits say: 1400 to 1449. */
@MessageBundle(projectCode = "PRIMACY-", length = 4)
interface TransactionMessages {
  TransactionMessages TEXT = Messages.getBundle(MethodHandles.lookup(), TransactionMessages.class);

  @Message(
      id = 1410,
      value =
          "The transaction was rolled back before its commit, because the role in group '%s' under"
              + " which %s was let in has ended, or may have. Nothing of it remains; repeat it on the"
              + " primary.")
  String roleEnded(String group, String method);
}
