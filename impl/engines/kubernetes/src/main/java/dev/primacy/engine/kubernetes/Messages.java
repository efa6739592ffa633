package dev.primacy.engine.kubernetes;

import java.lang.invoke.MethodHandles;
import java.nio.file.Path;
import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** Everything this engine says to people: 3300 to 3399. */
@MessageLogger(projectCode = "PRIMACY-", length = 4)
interface Messages extends BasicLogger {

  Messages LOG =
      Logger.getMessageLogger(
          MethodHandles.lookup(), Messages.class, "dev.primacy.engine.kubernetes");

  // Settings

  @Message(
      id = 3300,
      value =
          "The Kubernetes engine does not know its API server: this process runs in no pod with a"
              + " mounted service account. Set primacy.kubernetes.api-server or"
              + " primacy.kubernetes.kubeconfig, or mount the account"
              + " (automountServiceAccountToken).")
  String noServer();

  @Message(
      id = 3301,
      value =
          "No namespace for the Leases is known; set primacy.kubernetes.namespace, the same on all"
              + " nodes.")
  String noNamespace();

  @Message(
      id = 3302,
      value =
          "primacy.kubernetes.namespace: '%s' is no namespace's name; write lower-case letters, digits"
              + " and hyphens, at most 63.")
  String malformedNamespace(String namespace);

  @Message(
      id = 3303,
      value =
          "primacy.kubernetes.api-server and primacy.kubernetes.kubeconfig are both set, but there is"
              + " one API server: remove the one that is not meant.")
  String twoServers();

  @Message(id = 3304, value = "%s: '%s' is no file that can be read; correct path or permissions.")
  String unreadable(String key, Path file);

  @Message(
      id = 3305,
      value = "%s is set without %s, to which it belongs; set both, or remove the first.")
  String alone(String key, String companion);

  @Message(
      id = 3306,
      value =
          "primacy.kubernetes.api-server: '%s' would send tokens and records in plain text over a"
              + " network; write https://, or name a loopback address.")
  String plainText(String url);

  @Message(
      id = 3307,
      value =
          "With the system property jdk.httpclient.enableAllMethodRetry the JDK's HTTP client repeats"
              + " writes by itself, so that one that succeeded may be reported as a conflict; remove"
              + " it.")
  String retries();

  @Message(
      id = 3308,
      value =
          "primacy.kubernetes.kubeconfig: '%s' cannot be used (%s); correct the file, or the context"
              + " named by primacy.kubernetes.context.")
  String unusableKubeconfig(Path file, String reason);

  @Message(
      id = 3309,
      value =
          "The client for the API server at %s cannot be made (%s); correct address, certificates and"
              + " key.")
  String unusableClient(String server, String reason);

  // Requests

  @Message(
      id = 3320,
      value =
          "The API server does not allow this node to %s leases.coordination.k8s.io in the namespace"
              + " %s (%s); grant the verb by a Role and a RoleBinding in that namespace, or correct"
              + " primacy.kubernetes.namespace.")
  String forbidden(String verb, String namespace, String reason);

  @Message(
      id = 3321,
      value =
          "The API server does not accept this node's credentials (%s); correct the service account,"
              + " the token file or the kubeconfig.")
  String unauthorized(String reason);

  @Message(
      id = 3322,
      value = "There is no namespace %s (%s); create it, or correct primacy.kubernetes.namespace.")
  String noSuchNamespace(String namespace, String reason);

  @Message(
      id = 3323,
      value =
          "What answers at %s is not a Kubernetes API server with coordination.k8s.io/v1 (status %s);"
              + " correct the address.")
  String notAnApiServer(String server, int code);

  @Message(
      id = 3324,
      value =
          "The Lease %s in the namespace %s has the name of a record but is none of this engine's;"
              + " delete it, or keep the records in another namespace.")
  String foreignLease(String lease, String namespace);

  @Message(id = 3325, value = "The API server answered with status %s: %s")
  String badAnswer(int code, String text);

  @Message(id = 3326, value = "The API server's answer cannot be read (%s).")
  String unreadableAnswer(String reason);

  @Message(id = 3327, value = "The API server did not answer within %s ms.")
  String noAnswer(long millis);

  @Message(id = 3328, value = "No connection to the API server (%s); nothing was sent.")
  String notConnected(String reason);

  @Message(id = 3329, value = "The connection to the API server failed: %s")
  String failed(String reason);

  @Message(id = 3330, value = "The Kubernetes engine is closed; nothing was sent.")
  String closed();

  @Message(id = 3331, value = "A value of %s bytes is larger than %s; nothing was sent.")
  String tooLarge(int bytes, int limit);

  @Message(
      id = 3332,
      value =
          "The Lease %s was not removed at once: something set finalizers on it. Whether and when it"
              + " goes is not known.")
  String finalizers(String lease);

  @Message(
      id = 3333,
      value =
          "The API server answers again, but took too long for a write to be answered within %s ms;"
              + " nothing was sent.")
  String answersLate(long millis);

  // The log

  @LogMessage(level = Logger.Level.INFO)
  @Message(id = 3340, value = "Records are kept as Leases in the namespace %s of %s.")
  void connected(String namespace, String server);

  @LogMessage(level = Logger.Level.WARN)
  @Message(
      id = 3341,
      value =
          "The API server at %s cannot be used: %s Tried again until it can; once it can it is said.")
  void unusable(String server, String reason);

  @LogMessage(level = Logger.Level.WARN)
  @Message(
      id = 3342,
      value =
          "No watch on the Leases (%s): other nodes' changes are seen by asking, a little later; tried"
              + " again.")
  void noWatch(String reason);

  @LogMessage(level = Logger.Level.ERROR)
  @Message(id = 9040, value = "A thread of the Kubernetes engine failed.")
  void defect(@Cause Throwable cause);
}
