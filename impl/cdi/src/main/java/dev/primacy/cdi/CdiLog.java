package dev.primacy.cdi;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
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

  @LogMessage(level = Logger.Level.INFO)
  @Message(
      id = 2302,
      value =
          "the role is known in every group; the deployment goes on (primacy.startup.wait-for-role)")
  void roleKnown();

  @LogMessage(level = Logger.Level.WARN)
  @Message(
      id = 2303,
      value =
          "the role in groups=%s is not known after primacy.startup.wait-for-role=%s; the deployment"
              + " goes on, and guards refuse until it is.")
  void roleUnknown(String groups, String patience);

  @LogMessage(level = Logger.Level.WARN)
  @Message(
      id = 2304,
      value =
          "%s could not be closed when the role in group %s ended; see that it is gone, the next"
              + " primary may have its own.")
  void resourceNotClosed(@Cause Throwable failure, String resource, String group);

  @LogMessage(level = Logger.Level.WARN)
  @Message(
      id = 2305,
      value =
          "%s observes views of the nodes, and there are none; write a bean that implements"
              + " dev.primacy.watch.NodeView, or observe NodeJoined, NodeUpdated, NodeLeft and"
              + " NodesSettled, which are told of all nodes.")
  void noViews(String observers);

  @LogMessage(level = Logger.Level.WARN)
  @Message(
      id = 2306,
      value =
          "%s failed, and nobody was told: nobody observes ProblemReported, or too much waits to be"
              + " told.")
  void problemToldToNobody(@Cause Throwable problem, String method);
}
