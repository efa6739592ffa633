package dev.primacy.transactions;

import jakarta.enterprise.inject.spi.DeploymentException;
import java.lang.invoke.MethodHandles;
import org.jboss.logging.Messages;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageBundle;

/** What deployment, guarded calls and commits say: 1400 to 1429. */
@MessageBundle(projectCode = "PRIMACY-", length = 4)
interface TransactionMessages {
  TransactionMessages TEXT = Messages.getBundle(MethodHandles.lookup(), TransactionMessages.class);

  @Message(
      id = 1400,
      value =
          "@PrimaryOnly(fence = TRANSACTION) on %s needs the database whose transactions are"
              + " fenced; set primacy.fence.datasource to the JNDI name of the DataSource it writes"
              + " to.")
  DeploymentException noDataSource(String methods);

  @Message(
      id = 1401,
      value =
          "@PrimaryOnly(fence = TRANSACTION) on %s needs a transaction manager, and there is none;"
              + " add one, or commit through dev.primacy.transactions.TransactionFence.")
  DeploymentException noTransactionManager(String methods);

  @Message(
      id = 1402,
      value =
          "primacy.promotion.on-failure=continue would open the guard although the fence was not"
              + " raised, and every fenced transaction would be rolled back; set it to step-down,"
              + " or remove primacy.fence.datasource.")
  DeploymentException wouldOpenUnfenced();

  @Message(
      id = 1403,
      value =
          "primacy.fence.idle-timeout=%s is not shorter than primacy.observers.timeout=%s, so a"
              + " transaction that is stopped while it holds the fence would make the next primary"
              + " give up; shorten the former or lengthen the latter.")
  DeploymentException idleTooLong(String idle, String patience);

  @Message(
      id = 1404,
      value =
          "primacy.fence.datasource=%s cannot be looked up (%s); correct the name, or declare the"
              + " DataSource in the server.")
  DeploymentException notFound(String name, String problem);

  @Message(
      id = 1405,
      value = "primacy.fence.datasource=%s names a %s, not a DataSource; correct the name.")
  DeploymentException notADataSource(String name, String type);

  @Message(
      id = 1406,
      value =
          "The table primacy_fence cannot be read through %s (%s); set primacy.fence.create-table,"
              + " or create it with:%n%s")
  DeploymentException noTable(String name, String problem, String ddl);

  @Message(
      id = 1407,
      value =
          "%s does not take part in JTA transactions, so nothing it locks lasts until their commit;"
              + " have the server enlist its connections (jta=true or the like), or remove fence ="
              + " TRANSACTION.")
  DeploymentException notEnlisted(String name);

  @Message(
      id = 1408,
      value =
          "@PrimaryOnly(fence = TRANSACTION) on %s contradicts @Transactional(%s), with which it"
              + " never runs in a transaction; change one of them.")
  DeploymentException neverInTransaction(String method, String type);

  @Message(
      id = 1410,
      value =
          "The transaction was rolled back before its commit, because the role in group '%s' under"
              + " which %s was let in has ended, or may have. Nothing of it remains; repeat it on"
              + " the primary.")
  String roleEnded(String group, String method);

  @Message(
      id = 1411,
      value =
          "%s is fenced by its transaction (fence = TRANSACTION) and was called without one, so the"
              + " call is refused; make it @Transactional, or begin a transaction around it.")
  IllegalStateException noTransaction(String method);

  @Message(
      id = 1412,
      value =
          "The transaction was rolled back before its commit, because the fence of group '%s' shows"
              + " %s and it ran under %s. Nothing of it remains; repeat it on the primary.")
  String fencedOff(String group, String shown, String token);

  @Message(
      id = 1413,
      value =
          "The transaction was rolled back before its commit, because the fence of group '%s' could"
              + " not be read through %s: %s")
  IllegalStateException fenceNotRead(String group, String name, String problem);

  @Message(
      id = 1414,
      value =
          "The fence of group '%s' was asked for outside of a transaction, where its lock would not"
              + " last; switch auto-commit off first.")
  IllegalStateException notInTransaction(String group);

  @Message(
      id = 1415,
      value =
          "The fence of group '%s' shows %s already, so it cannot be raised to %s, and the role is"
              + " handed back. If the elector's store was restored from a backup, wipe it instead:"
              + " a new scope begins then.")
  String raisedAlready(String group, String shown, String token);

  @Message(
      id = 1416,
      value =
          "The fence of group '%s' was not raised to %s, because the store does not confirm that"
              + " this node holds the group; the role is handed back.")
  String notConfirmed(String group, String token);

  @Message(
      id = 1417,
      value =
          "The fence of group '%s' was not raised to %s in %d tries, because others raise it at the"
              + " same time; the role is handed back.")
  String contended(String group, String token, int tries);

  @Message(
      id = 1418,
      value =
          "The fence of group '%s' was not raised to %s through %s, and the role is handed back:"
              + " %s")
  IllegalStateException notRaised(String group, String token, String name, String problem);

  @Message(
      id = 1419,
      value =
          "%s is @Transactional and was called within a guarded call, but no transaction has begun,"
              + " so nothing could check its commit, and the call is refused; have the transaction"
              + " manager's interceptors serve this application, or remove the annotation.")
  IllegalStateException notBegun(String method);

  @Message(
      id = 1420,
      value =
          "The table primacy_fence is kept by a storage engine without transactions, which locks no"
              + " rows and so fences nothing; change it with: ALTER TABLE primacy_fence ENGINE ="
              + " InnoDB")
  IllegalStateException noRowLocks();
}
