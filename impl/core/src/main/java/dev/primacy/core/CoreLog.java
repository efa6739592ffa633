package dev.primacy.core;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;
import org.jspecify.annotations.Nullable;

/**
 * The core's log lines: 1100-1199 start, 2100-2299 life cycle, 9010-9099 our own defects. Nothing
 * is logged per call.
 *
 * @since 0.1
 */
@MessageLogger(projectCode = "PRIMACY-", length = 4)
public interface CoreLog extends BasicLogger {

  /** The only instance. */
  CoreLog LOG = Logger.getMessageLogger(MethodHandles.lookup(), CoreLog.class, "dev.primacy");

  /**
   * Standalone, and something is guarded.
   *
   * @param application the application
   */
  @LogMessage(level = Logger.Level.WARN)
  @Message(
      id = 1100,
      value =
          "Application '%s' runs standalone: no group is configured, so @PrimaryOnly lets every"
              + " call in; set primacy.group to take part in a cluster.")
  void standalone(String application);

  /**
   * Switched off.
   *
   * @param application the application
   * @param guards what guarded calls get
   */
  @LogMessage(level = Logger.Level.WARN)
  @Message(
      id = 1101,
      value =
          "Application '%s': primacy.enabled=false, no engine is started and guarded calls are %s"
              + " (primacy.guard.when-disabled).")
  void disabled(String application, String guards);

  /**
   * A problem that was told to be let pass.
   *
   * @param problem a numbered message
   */
  @LogMessage(level = Logger.Level.WARN)
  @Message(id = 1102, value = "Carried on in spite of: %s")
  void letPass(String problem);

  /**
   * Takes part from now on.
   *
   * @param application the application
   * @param node this node
   * @param cluster the cluster
   * @param groups its groups
   * @param engine the engine
   * @param lease the lease
   */
  @LogMessage(level = Logger.Level.INFO)
  @Message(
      id = 1103,
      value = "started application=%s node=%s cluster=%s groups=%s engine=%s lease=%s")
  void started(
      String application, String node, String cluster, String groups, String engine, String lease);

  /**
   * The one line per change of role.
   *
   * @param group the group
   * @param node this node
   * @param from the role until now; none for the first
   * @param to the role from now on
   * @param term the term gained or lost
   * @param cause why
   * @param standing the standing
   */
  @LogMessage(level = Logger.Level.INFO)
  @Message(id = 2100, value = "role group=%s node=%s from=%s to=%s term=%s cause=%s standing=%s")
  void roleChanged(
      String group,
      String node,
      String from,
      String to,
      String term,
      String cause,
      String standing);

  /**
   * A change of standing alone.
   *
   * @param group the group
   * @param node this node
   * @param from the standing until now
   * @param to the standing from now on
   * @param cause why
   */
  @LogMessage(level = Logger.Level.INFO)
  @Message(id = 2101, value = "standing group=%s node=%s from=%s to=%s cause=%s")
  void standingChanged(String group, String node, String from, String to, String cause);

  /**
   * Nobody is let in any more, by choice.
   *
   * @param group the group
   * @param node this node
   * @param term the term given up
   * @param cause why
   * @param inFlight calls under way
   * @param at when, by the wall clock
   */
  @LogMessage(level = Logger.Level.INFO)
  @Message(id = 2102, value = "guard closed group=%s node=%s term=%d cause=%s in-flight=%d at=%s")
  void guardClosed(String group, String node, long term, String cause, long inFlight, String at);

  /**
   * Calls go on although their time is up.
   *
   * @param group the group
   * @param calls how many
   * @param timeout the time they had
   * @param which which, for how long and where, one a line
   */
  @LogMessage(level = Logger.Level.WARN)
  @Message(
      id = 2103,
      value =
          "group=%s is released although %d guarded call(s) still run after"
              + " primacy.drain-timeout=%s; what they do from now on is fenced only where they"
              + " carry their token:%s")
  void stillRunning(String group, long calls, String timeout, String which);

  /**
   * A promotion that failed.
   *
   * @param group the group
   * @param node this node
   * @param term the term
   * @param problem an observer threw, or took too long
   * @param consequence what happens now
   */
  @LogMessage(level = Logger.Level.WARN)
  @Message(id = 2104, value = "promotion failed group=%s node=%s term=%d: %s; the role is %s.")
  void promotionFailed(String group, String node, long term, String problem, String consequence);

  /**
   * Observers of a role to be given up did not finish in time.
   *
   * @param group the group
   * @param timeout their time
   */
  @LogMessage(level = Logger.Level.WARN)
  @Message(
      id = 2105,
      value =
          "group=%s: observers of NodeRoleChanging still run after primacy.observers.timeout=%s;"
              + " the role is given up all the same.")
  void observersTooSlow(String group, String timeout);

  /**
   * An observer threw.
   *
   * @param failure what it threw
   * @param observer class and method
   * @param event the event's type
   */
  @LogMessage(level = Logger.Level.WARN)
  @Message(id = 2106, value = "observer %s of %s threw; the other observers were still notified.")
  void observerFailed(@Cause Throwable failure, String observer, String event);

  /**
   * An observer runs too long.
   *
   * @param stack where it is
   * @param event the event's type
   * @param millis for how long
   * @param thread its thread
   */
  @LogMessage(level = Logger.Level.WARN)
  @Message(
      id = 2107,
      value =
          "an observer of %s has been running for %d ms on thread '%s'; later events of its group"
              + " wait for it. Its stack:")
  void observerStalled(@Cause Throwable stack, String event, long millis, String thread);

  /**
   * A queue of events is full.
   *
   * @param queue the group, or an asterisk
   * @param limit how many it holds
   */
  @LogMessage(level = Logger.Level.ERROR)
  @Message(
      id = 2108,
      value =
          "%d events of '%s' wait for observers that do not return; the node gives the group up"
              + " until they do.")
  void overflowed(int limit, String queue);

  /**
   * All dispatch threads are taken.
   *
   * @param threads how many
   */
  @LogMessage(level = Logger.Level.WARN)
  @Message(
      id = 2109,
      value =
          "all %d dispatch threads are taken by observers and events wait; make the observers"
              + " faster, or raise primacy.dispatch.threads.")
  void threadsTaken(int threads);

  /**
   * An incarnation is dead and the node comes back as a new one.
   *
   * @param dead the dead one
   * @param cause why it died
   * @param next the next one
   */
  @LogMessage(level = Logger.Level.WARN)
  @Message(id = 2110, value = "node %s is out (cause=%s) and comes back as %s.")
  void reincarnated(String dead, String cause, String next);

  /**
   * The store is gone for good in this process.
   *
   * @param engine the engine
   * @param detail what it says
   */
  @LogMessage(level = Logger.Level.WARN)
  @Message(id = 2111, value = "engine %s failed (%s); it is closed and opened again.")
  void storeFailed(String engine, String detail);

  /**
   * The store could not be opened again.
   *
   * @param failure why
   * @param engine the engine
   * @param millis when it is tried again
   */
  @LogMessage(level = Logger.Level.WARN)
  @Message(id = 2112, value = "engine %s could not be opened again; next attempt in %d ms.")
  void storeNotReopened(@Cause Throwable failure, String engine, long millis);

  /**
   * The store is back.
   *
   * @param engine the engine
   */
  @LogMessage(level = Logger.Level.INFO)
  @Message(id = 2113, value = "engine %s is open again.")
  void storeReopened(String engine);

  /**
   * A record that cannot be read.
   *
   * @param subject the record's key
   * @param detail why
   */
  @LogMessage(level = Logger.Level.ERROR)
  @Message(
      id = 2114,
      value =
          "record %s cannot be read (%s). It is left as it is, and until it can be read this node"
              + " takes no group that depends on it; let all nodes run versions that read each"
              + " other's records, or, if no node writes it any more, remove it from the store.")
  void recordUnreadable(String subject, String detail);

  /**
   * A group whose settings differ.
   *
   * @param group the group
   * @param detail both sides
   */
  @LogMessage(level = Logger.Level.ERROR)
  @Message(
      id = 2115,
      value =
          "group '%s' was created with other settings: %s. This node stays out of it; give all"
              + " nodes of the group the same.")
  void settingsDiffer(String group, String detail);

  /**
   * Two live nodes of one name.
   *
   * @param name the name
   * @param detail who else
   */
  @LogMessage(level = Logger.Level.WARN)
  @Message(
      id = 2116,
      value =
          "another live node is called '%s' too (%s); set primacy.node.name to tell them apart.")
  void nameTaken(String name, String detail);

  /**
   * A lease longer than accepted.
   *
   * @param node the node
   * @param detail its lease
   */
  @LogMessage(level = Logger.Level.ERROR)
  @Message(
      id = 2117,
      value =
          "node %s has a longer lease than is accepted (%s), and leads nothing; set"
              + " primacy.lease.longest on every node to the longest lease of any node.")
  void leaseTooLong(String node, String detail);

  /**
   * The store was wiped.
   *
   * @param subject the node
   * @param detail what was expected
   */
  @LogMessage(level = Logger.Level.WARN)
  @Message(
      id = 2118,
      value =
          "the store was wiped: the record of node %s is gone (%s). The node comes back as a new"
              + " one by itself, and groups go on under a new scope once every older lease is"
              + " over.")
  void storeWiped(String subject, String detail);

  /**
   * Left for good.
   *
   * @param node this node
   * @param millis how long it took
   */
  @LogMessage(level = Logger.Level.INFO)
  @Message(id = 2119, value = "left node=%s after %d ms")
  void left(String node, long millis);

  /**
   * Observers still run although the application stops.
   *
   * @param timeout how long they were waited for
   */
  @LogMessage(level = Logger.Level.WARN)
  @Message(id = 2120, value = "observers still run %s after the last event; they are interrupted.")
  void dispatcherStuck(String timeout);

  /**
   * The release could not be confirmed.
   *
   * @param timeout how long it was waited for
   */
  @LogMessage(level = Logger.Level.WARN)
  @Message(
      id = 2121,
      value =
          "the store did not confirm within %s that this node has left; the others wait its lease"
              + " out.")
  void releaseUnconfirmed(String timeout);

  /**
   * No successor was seen.
   *
   * @param groups the groups without one
   * @param timeout how long it was waited for
   */
  @LogMessage(level = Logger.Level.INFO)
  @Message(id = 2122, value = "no successor in groups=%s within %s; the engine is closed now.")
  void noSuccessor(String groups, String timeout);

  /**
   * Lines that the log left no room for.
   *
   * @param lines how many
   */
  @LogMessage(level = Logger.Level.WARN)
  @Message(
      id = 2123,
      value =
          "%d line(s) were left out here: the log took none in while 1024 waited; see why its"
              + " appender blocks.")
  void linesLeftOut(long lines);

  /**
   * The store shows what it held before.
   *
   * @param group the group
   * @param detail the term it shows, and the one it showed
   */
  @LogMessage(level = Logger.Level.ERROR)
  @Message(
      id = 2124,
      value =
          "the store went back: group '%s' shows %s, as after a restore from a backup or the"
              + " promotion of a replica that was behind. Tokens may come again that other"
              + " primaries have had: stop all nodes, empty the store and start them; a new scope"
              + " begins then.")
  void storeWentBack(String group, String detail);

  /**
   * The process ends, as was asked for if the role is lost.
   *
   * @param group the group
   * @param node this node
   * @param term the term lost
   * @param cause how it was lost
   * @param code the exit code
   */
  @LogMessage(level = Logger.Level.FATAL)
  @Message(
      id = 2130,
      value =
          "the role is lost: group=%s node=%s term=%d cause=%s; this process is halted now with exit"
              + " code %d, without its shutdown hooks (primacy.on-lost=exit).")
  void exitingAsLost(String group, String node, long term, String cause, int code);

  /**
   * The role is handed to a node that was named.
   *
   * @param group the group
   * @param node this node
   * @param term the term given up
   * @param successor the node named
   */
  @LogMessage(level = Logger.Level.INFO)
  @Message(id = 2131, value = "switchover group=%s node=%s term=%d to=%s")
  void switchover(String group, String node, long term, String successor);

  /**
   * The store shows a claim that contradicts what is known.
   *
   * @param group the group
   * @param node this node
   * @param known the token held, or seen before
   * @param seen the token the store shows
   * @param holder the incarnation it shows as the holder
   */
  @LogMessage(level = Logger.Level.ERROR)
  @Message(
      id = 2140,
      value =
          "conflicting primaries group=%s: node %s %s, and the store shows %s, holder %s. Either"
              + " somebody wrote to the store past the election, or the store lost what it had"
              + " confirmed, or a clock broke primacy.drift. Whoever held the group here lets"
              + " nobody in any more; find out which it was, and check what was done without a"
              + " fencing token.")
  void conflictingPrimaries(String group, String node, String known, String seen, String holder);

  /**
   * A node was named to take over, and did not.
   *
   * @param group the group
   * @param reason why not
   */
  @LogMessage(level = Logger.Level.WARN)
  @Message(id = 2170, value = "nomination came to nothing group=%s: %s")
  void nominationFailed(String group, String reason);

  /**
   * Something is wrong.
   *
   * @param alarm what, as on wires
   * @param subject about whom
   * @param text one sentence
   */
  @LogMessage(level = Logger.Level.WARN)
  @Message(id = 2150, value = "alarm raised %s subject=%s: %s")
  void alarmRaised(String alarm, String subject, String text);

  /**
   * It is over.
   *
   * @param alarm what, as on wires
   * @param subject about whom
   */
  @LogMessage(level = Logger.Level.INFO)
  @Message(id = 2151, value = "alarm cleared %s subject=%s")
  void alarmCleared(String alarm, String subject);

  /**
   * The store does not answer.
   *
   * @param engine the engine
   * @param detail what is known
   */
  @LogMessage(level = Logger.Level.WARN)
  @Message(id = 2152, value = "engine %s does not answer: %s")
  void connectionLost(String engine, String detail);

  /**
   * The store answers again.
   *
   * @param engine the engine
   * @param millis for how long it did not
   */
  @LogMessage(level = Logger.Level.INFO)
  @Message(id = 2153, value = "engine %s answers again after %d ms")
  void connectionRestored(String engine, long millis);

  /**
   * A watch of the nodes failed.
   *
   * @param failure why
   * @param watch its name
   * @param phase where
   * @param node the node it was about
   * @param consequence what becomes of it
   */
  @LogMessage(level = Logger.Level.WARN)
  @Message(id = 2160, value = "watch '%s' failed in %s, about %s; %s")
  void watchFailed(
      @Cause Throwable failure, String watch, String phase, String node, String consequence);

  /**
   * A follower that does not return.
   *
   * @param stack where it is
   * @param watch its name
   * @param phase which call
   * @param node the node it is about
   * @param millis for how long
   * @param thread its thread
   */
  @LogMessage(level = Logger.Level.WARN)
  @Message(
      id = 2161,
      value =
          "the follower '%s' has been in %s, about %s, for %d ms on thread %s; changes are kept for"
              + " it meanwhile, the latest state of each node")
  void followerStalled(
      @Cause Throwable stack, String watch, String phase, String node, long millis, String thread);

  /**
   * Followers that did not return in the end.
   *
   * @param threads their threads
   * @param waited how long they were waited for
   */
  @LogMessage(level = Logger.Level.WARN)
  @Message(id = 2162, value = "followers are still running after %2$s, on threads %1$s")
  void followersStuck(String threads, String waited);

  /**
   * A subscriber that threw, which it must not.
   *
   * @param failure what
   * @param watch what it subscribed to
   */
  @LogMessage(level = Logger.Level.WARN)
  @Message(id = 2163, value = "a subscriber of the %s threw, and is told nothing more")
  void subscriberFailed(@Cause Throwable failure, String watch);

  /**
   * The engine works at another endpoint.
   *
   * @param previous the one before
   * @param current the one now
   */
  @LogMessage(level = Logger.Level.WARN)
  @Message(id = 2166, value = "the engine switched from %s to %s; everything is read anew there.")
  void engineSwitched(String previous, String current);

  /**
   * A record that cannot be decoded.
   *
   * @param problem a numbered message
   * @param record the record, fit for a log
   */
  @LogMessage(level = Logger.Level.WARN)
  @Message(id = 2167, value = "%s The record: %s")
  void undecodable(String problem, String record);

  /**
   * Something went wrong in a monitor, or around it.
   *
   * @param failure what was thrown; null if nothing was
   * @param problem a numbered message
   */
  @LogMessage(level = Logger.Level.WARN)
  @Message(id = 2168, value = "while a group was monitored: %s")
  void monitorProblem(@Cause @Nullable Throwable failure, String problem);

  /**
   * A monitor has ended.
   *
   * @param group the group
   * @param end why
   * @param detail what happened
   */
  @LogMessage(level = Logger.Level.INFO)
  @Message(id = 2169, value = "monitor of group=%s ended: %s %s")
  void monitorStopped(String group, String end, String detail);

  /**
   * Events that were published found no room, or were lost on the way.
   *
   * @param count how many
   * @param reason why
   */
  @LogMessage(level = Logger.Level.WARN)
  @Message(
      id = 2175,
      value =
          "%d events that were published for the cluster were lost: %s. Said once until there is room"
              + " again; see primacy.events.waiting, and the observers' pace.")
  void eventsLost(long count, String reason);

  /**
   * A message that makes no sense.
   *
   * @param problem numbered
   * @param eventId the number of the type it says it is of
   * @param mode what follows
   */
  @LogMessage(level = Logger.Level.WARN)
  @Message(
      id = 2158,
      value =
          "A message of type %2$d could not be read: %1$s. primacy.events.decode-failure-mode=%3$s;"
              + " with SKIP the following ones are counted only, with ABORT nothing that is published"
              + " is heard here any more.")
  void unreadableMessage(String problem, int eventId, String mode);

  /**
   * A query that asks for nothing.
   *
   * @param limit how many it finds
   */
  @LogMessage(level = Logger.Level.WARN)
  @Message(
      id = 2176,
      value =
          "The history of events was asked for everything without a limit; it answers with %d. Say"
              + " a limit, or what is asked for.")
  void historyUnlimited(int limit);

  /**
   * The archive fails.
   *
   * @param failure what it threw
   * @param waiting how many events wait
   */
  @LogMessage(level = Logger.Level.WARN)
  @Message(
      id = 2177,
      value = "Events could not be written to the archive (%2$d wait); they are tried again: %1$s")
  void archiveFails(String failure, int waiting);

  /**
   * An event that the archive does not take.
   *
   * @param type its class
   * @param id its id
   * @param failure what the archive threw
   */
  @LogMessage(level = Logger.Level.WARN)
  @Message(
      id = 2178,
      value = "The archive does not take %s %s, which is left out of it for good: %s")
  void archiveRefuses(String type, String id, String failure);

  /**
   * No room for what waits to be archived.
   *
   * @param most how many may wait
   */
  @LogMessage(level = Logger.Level.WARN)
  @Message(
      id = 2179,
      value =
          "More than %d events wait for the archive; the oldest of them are left out of it until it"
              + " keeps up.")
  void archiveBehind(int most);

  /**
   * The archive works again.
   *
   * @param dropped how many events were left out of it since this node started
   */
  @LogMessage(level = Logger.Level.INFO)
  @Message(
      id = 2180,
      value = "Events are written to the archive again; left out of it since the start: %d")
  void archiveWorks(long dropped);

  /**
   * An engine broke its contract.
   *
   * @param failure what it threw
   * @param request what was asked
   */
  @LogMessage(level = Logger.Level.WARN)
  @Message(id = 9010, value = "the engine threw where it must not, on %s")
  void engineThrew(@Cause Throwable failure, String request);

  /**
   * The lease thread met something unexpected; it goes on, and the clock ends the role if it
   * cannot.
   *
   * @param failure what
   */
  @LogMessage(level = Logger.Level.ERROR)
  @Message(id = 9011, value = "unexpected failure on the lease thread")
  void leaseThreadFailed(@Cause Throwable failure);

  /**
   * The bridge to the container threw, which it must not.
   *
   * @param failure what
   * @param event the event's type
   */
  @LogMessage(level = Logger.Level.ERROR)
  @Message(id = 9012, value = "delivering %s failed")
  void sinkFailed(@Cause Throwable failure, String event);
}
