package dev.primacy.testkit;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.Messages;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageBundle;

/** What the kit says: 1550 to 1599. */
@MessageBundle(projectCode = "PRIMACY-", length = 4)
interface KitMessages {
  KitMessages TEXT = Messages.getBundle(MethodHandles.lookup(), KitMessages.class);

  @Message(id = 1550, value = "This cluster has no node %s; its nodes are %s.")
  IllegalArgumentException noSuchNode(String node, String nodes);

  @Message(
      id = 1551,
      value =
          "Waited %s of virtual time for %s, and it never was so: %s. Time passes without a wait,"
              + " so look for a node that is cut off, down or blocked.")
  AssertionError neverSo(String time, String what, String nodes);

  @Message(id = 1552, value = "%s: a rule of leadership is broken: %s.")
  String broken(String when, String what);

  @Message(
      id = 1553,
      value =
          "%s: cached boolean? %s did '%s' as if it were the primary of '%s', and it is not (%s)."
              + " What it knew of its role was out of date; ask at the moment of acting, by"
              + " @PrimaryOnly or Membership.requirePrimary().")
  String actedWithoutRole(String when, String node, String what, String group, String role);

  @Message(
      id = 1554,
      value =
          "%s: release first? %s let go of '%s' while %s. Step down first; let go while"
              + " NodeRoleChanging to SECONDARY is observed, if no call can use it, or have"
              + " @PrimaryResource do it, which waits for the calls.")
  String releasedFirst(String when, String node, String what, String state);

  @Message(
      id = 1555,
      value =
          "%s: release first? %s did '%s' after it had given up the role in '%s': the successor may"
              + " lead already. Do it while NodeRoleChanging to SECONDARY is observed, which the"
              + " release waits for.")
  String actedAfterRelease(String when, String node, String what, String group);

  @Message(
      id = 1556,
      value =
          "%s: callback on the renewal thread? %s held up %s on %s for %s, longer than the %s"
              + " between two renewals. Primacy renews on a thread of its own, but every later"
              + " event of the group waits; hand such work to a thread of the application's.")
  String slowObserver(
      String when, String where, String event, String node, String time, String renewEvery);

  @Message(
      id = 1557,
      value =
          "%s: a thread waits for something that only happens if it goes on, or that virtual time"
              + " knows nothing of; an observer must not wait for the change it asked for: %s")
  String blocked(String when, String stack);

  @Message(
      id = 1558,
      value =
          "%s: observer called re-entrantly: on %s, %s was fired from within the observers of %s,"
              + " on their thread. Primacy queues every change behind the event under way; do not"
              + " fire its events yourself.")
  String reentrant(String when, String node, String inner, String outer);

  @Message(id = 1559, value = "Node %s is down; restart it first.")
  IllegalStateException down(String node);

  @Message(id = 1560, value = "%d rule(s) broken in this test (seed %d):%s")
  AssertionError rules(int count, long seed, String list);

  @Message(
      id = 1561,
      value = "Node %s has no container; give the cluster beans, as in @ClusterTest.")
  IllegalStateException noContainer(String node);
}
