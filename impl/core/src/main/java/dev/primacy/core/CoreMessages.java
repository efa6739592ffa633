package dev.primacy.core;

import java.lang.invoke.MethodHandles;
import java.time.Duration;
import org.jboss.logging.Messages;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageBundle;

/**
 * The core's messages: 1000-1199 configuration, 2000-2099 refusals, 9000-9009 our own defects. A
 * number is never used twice.
 *
 * @since 0.1
 */
@MessageBundle(projectCode = "PRIMACY-", length = 4)
public interface CoreMessages {

  /** The only instance. */
  CoreMessages MESSAGES = Messages.getBundle(MethodHandles.lookup(), CoreMessages.class);

  /**
   * All problems in one message.
   *
   * @param count how many
   * @param list one a line
   * @return the message
   */
  @Message(id = 1001, value = "Primacy cannot start as configured, %d problem(s):%s")
  String problems(int count, String list);

  /**
   * A key nobody reads.
   *
   * @param key the key
   * @param suggestion the nearest known key
   * @return the message
   */
  @Message(
      id = 1002,
      value =
          "'%s' is not a setting; did you mean '%s'? Correct it, or set primacy.config.unknown=warn"
              + " to carry on.")
  String unknownKey(String key, String suggestion);

  /**
   * A key of an engine that is not there.
   *
   * @param key the key
   * @param engine the engine
   * @return the message
   */
  @Message(
      id = 1003,
      value =
          "'%s' is a setting of an engine '%s' that is not on the class path; add its jar, or"
              + " remove the setting.")
  String keyOfAbsentEngine(String key, String engine);

  /**
   * A value of the wrong kind.
   *
   * @param key the key
   * @param value the value
   * @param expected what it has to be
   * @return the message
   */
  @Message(id = 1004, value = "%s=%s is not %s.")
  String badValue(String key, String value, String expected);

  /**
   * A value outside its bounds.
   *
   * @param key the key
   * @param value the value
   * @param bounds the bounds
   * @return the message
   */
  @Message(id = 1005, value = "%s=%s is out of bounds; it has to be %s.")
  String outOfBounds(String key, String value, String bounds);

  /**
   * A value that is none of the choices.
   *
   * @param key the key
   * @param value the value
   * @param choices the choices
   * @return the message
   */
  @Message(id = 1006, value = "%s=%s is unknown; choose one of %s.")
  String notAChoice(String key, String value, String choices);

  /**
   * The lease is too short for its renewals.
   *
   * @param lease the lease
   * @param usable what is left of it without its margin
   * @param renewEvery time between renewals
   * @param requestTimeout time for one request
   * @param needed two renewals and a request
   * @return the message
   */
  @Message(
      id = 1007,
      value =
          "primacy.lease=%s leaves %s after its safety margin, but two renewals and a request take"
              + " %s (primacy.renew-every=%s, primacy.request-timeout=%s); lengthen the lease, or"
              + " shorten these two or leave them out.")
  String leaseTooShort(
      String lease, String usable, String needed, String renewEvery, String requestTimeout);

  /**
   * The longest lease accepted is shorter than the own one.
   *
   * @param longest the longest accepted
   * @param lease the own
   * @return the message
   */
  @Message(
      id = 1008,
      value =
          "primacy.lease.longest=%s is shorter than primacy.lease=%s; it has to cover the longest"
              + " lease of any node, this one included.")
  String longestTooShort(String longest, String lease);

  /**
   * Something is configured that makes sense in a group only.
   *
   * @param keys the keys found
   * @return the message
   */
  @Message(
      id = 1009,
      value =
          "%s is configured, but no group; name one with primacy.group or primacy.groups, inject"
              + " dev.primacy.Groups to join groups at run time, or remove the setting to run"
              + " standalone.")
  String noGroup(String keys);

  /**
   * A group without an engine.
   *
   * @param groups the groups
   * @return the message
   */
  @Message(
      id = 1010,
      value =
          "Group %s is configured, but no engine is on the class path; add the jar of one, for"
              + " example primacy-engine-zookeeper, or remove the group to run standalone.")
  String noEngine(String groups);

  /**
   * Several engines and no choice.
   *
   * @param engines the engines found
   * @return the message
   */
  @Message(
      id = 1011,
      value =
          "Engines %s are on the class path; choose one with primacy.engine, or remove the others.")
  String severalEngines(String engines);

  /**
   * The chosen engine is not there.
   *
   * @param engine the choice
   * @param engines the engines found
   * @return the message
   */
  @Message(
      id = 1012,
      value =
          "primacy.engine=%s is not on the class path, where %s found; correct the name, or add the"
              + " engine's jar.")
  String engineNotFound(String engine, String engines);

  /**
   * A setting for a group that is not configured.
   *
   * @param key the key
   * @param group the group it names
   * @param groups the groups configured
   * @return the message
   */
  @Message(
      id = 1013,
      value =
          "%s is a setting of group '%s', but the groups are %s; add it to primacy.groups, and if"
              + " it is joined at run time set primacy.groups.%2$s.join=later.")
  String settingOfUnknownGroup(String key, String group, String groups);

  /**
   * A name given twice.
   *
   * @param key the key
   * @param name the name
   * @return the message
   */
  @Message(id = 1014, value = "%s names '%s' twice; name it once.")
  String namedTwice(String key, String name);

  /**
   * Too many attributes.
   *
   * @param count how many
   * @param limit how many are allowed
   * @return the message
   */
  @Message(
      id = 1015,
      value =
          "%d attributes are configured below primacy.node.attributes, at most %d are allowed;"
              + " remove some.")
  String tooManyAttributes(int count, int limit);

  /**
   * An attribute that is too long.
   *
   * @param key its key
   * @param bytes its length
   * @param limit the limit
   * @return the message
   */
  @Message(id = 1016, value = "%s is %d bytes long in UTF-8, at most %d are allowed; shorten it.")
  String attributeTooLong(String key, int bytes, int limit);

  /**
   * Two engines of one name.
   *
   * @param name the name
   * @return the message
   */
  @Message(
      id = 1017,
      value = "Two engines on the class path are called '%s'; remove one of their jars.")
  String engineTwice(String name);

  /**
   * The engine failed to open in a way it does not explain.
   *
   * @param engine the engine
   * @param problem what it said
   * @return the message
   */
  @Message(id = 1018, value = "Engine '%s' could not be opened: %s")
  String engineFailed(String engine, String problem);

  /**
   * No such group.
   *
   * @param group what was asked for
   * @param groups what there is
   * @return the message
   */
  @Message(id = 1019, value = "There is no group '%s'; the groups are %s.")
  String noSuchGroup(String group, String groups);

  /**
   * Control characters in a value.
   *
   * @param key the key
   * @return the message
   */
  @Message(id = 1020, value = "%s contains control characters; remove them.")
  String controlCharacters(String key);

  /**
   * Started after it was closed.
   *
   * @return the message
   */
  @Message(id = 1021, value = "This runtime was closed; create a new one to start again.")
  String closedAlready();

  /**
   * A name that is none.
   *
   * @param name what was given, fit for a log
   * @return the message
   */
  @Message(
      id = 1022,
      value =
          "'%s' cannot name a group; a name is 1 to 63 of A-Z a-z 0-9 . _ - and begins and ends"
              + " with a letter or a digit.")
  String badGroupName(String name);

  /**
   * A group that is not for code to leave.
   *
   * @param group the group
   * @return the message
   */
  @Message(
      id = 1023,
      value =
          "Group '%s' is configured, and is left when the application stops. To join and leave it"
              + " at run time, set primacy.groups.%1$s.join=later; to give up its primary role"
              + " alone, call Membership.stepDown().")
  String notToBeLeft(String group);

  /**
   * A group joined after the end.
   *
   * @param group the group
   * @return the message
   */
  @Message(
      id = 1024,
      value =
          "Group '%s' cannot be joined, because Primacy was closed in this application; join it"
              + " before the application stops.")
  String joinedTooLate(String group);

  /**
   * A group joined where no engine was started.
   *
   * @param group the group
   * @return the message
   */
  @Message(
      id = 1025,
      value =
          "Group '%s' cannot be joined, because no engine was started: nothing in the application"
              + " was seen to use Primacy. Inject dev.primacy.Groups instead of looking it up.")
  String joinedUnstarted(String group);

  /**
   * Addresses that no call may be sent to.
   *
   * @param key the key
   * @param entry the one that is wrong
   * @return the message
   */
  @Message(
      id = 1040,
      value =
          "%s lists '%s', which is no address that calls may be sent to; write http or https, host"
              + " and port, and a path if needed, without user information, query or fragment, for"
              + " example https://n1.example.com:8443.")
  String badUrlPrefix(String key, String entry);

  /**
   * A refused call.
   *
   * @param standing the role in capitals, and why if it matters
   * @param group the group
   * @param known who is the primary, or that nobody is
   * @param target what was called
   * @return the message
   */
  @Message(id = 2001, value = "this node is %s in group '%s' (%s); %s runs on the primary only.")
  String refused(String standing, String group, String known, String target);

  /**
   * A refused call whose lease ends too soon.
   *
   * @param group the group
   * @param known who is the primary
   * @param target what was called
   * @return the message
   */
  @Message(
      id = 2002,
      value =
          "the lease of this node in group '%s' has ended or ends too soon (%s); %s runs on the"
              + " primary only.")
  String leaseEnded(String group, String known, String target);

  /**
   * A refused call while the group is read-only.
   *
   * @param group the group
   * @param target what was called
   * @return the message
   */
  @Message(
      id = 2004,
      value =
          "group '%s' is read-only for now; %s runs only where that is allowed"
              + " (@PrimaryOnly(readOnlyAllowed = true)), or once the group is writable again.")
  String readOnly(String group, String target);

  /**
   * No token when standalone.
   *
   * @param group the group
   * @return the message
   */
  @Message(
      id = 2003,
      value =
          "this node is standalone and has no fencing token for group '%s'; configure"
              + " primacy.group, or ask isPrimary() first.")
  String noTokenStandalone(String group);

  /**
   * A switchover that was asked of somebody who is not the primary.
   *
   * @param group the group
   * @param known who is the primary, or that nobody is
   * @param named who was to become it
   * @return the message
   */
  @Message(
      id = 2010,
      value =
          "group '%s' was not handed to %3$s: this node is not its primary (%2$s), or is giving the"
              + " role up already; ask the primary.")
  String switchoverBySecondary(String group, String known, String named);

  /**
   * A switchover to this node itself.
   *
   * @param group the group
   * @param node this node
   * @param others who may take it
   * @return the message
   */
  @Message(
      id = 2011,
      value = "group '%s' was not handed over: %s is this node itself; name another one: %s.")
  String switchoverToItself(String group, String node, String others);

  /**
   * A switchover to nobody.
   *
   * @param group the group
   * @param named who was to become primary
   * @param others who may take it
   * @return the message
   */
  @Message(
      id = 2012,
      value = "group '%s' was not handed over: no live node is called %s; name another one: %s.")
  String switchoverToUnknown(String group, String named, String others);

  /**
   * A switchover to two nodes.
   *
   * @param group the group
   * @param named their name
   * @param nodes which they are
   * @return the message
   */
  @Message(
      id = 2013,
      value =
          "group '%s' was not handed over: several live nodes are called %s (%s); say which by its"
              + " NodeId, or wait for a lease if one of them is gone.")
  String switchoverToSeveral(String group, String named, String nodes);

  /**
   * A switchover to a node outside the group.
   *
   * @param group the group
   * @param node the node
   * @param others who may take it
   * @return the message
   */
  @Message(
      id = 2014,
      value =
          "group '%s' was not handed over: %s does not take part in it; have it join, or name"
              + " another one: %s.")
  String switchoverToOutsider(String group, String node, String others);

  /**
   * A switchover to a passive node.
   *
   * @param group the group
   * @param node the node
   * @param others who may take it
   * @return the message
   */
  @Message(
      id = 2015,
      value =
          "group '%s' was not handed over: %s never becomes primary (primacy.node.passive=true);"
              + " name another one: %s.")
  String switchoverToPassive(String group, String node, String others);

  /**
   * A switchover that another node profited by.
   *
   * @param group the group
   * @param named who was to become primary
   * @param primary who did
   * @return the message
   */
  @Message(
      id = 2016,
      value =
          "group '%s' was released for %s, but %s became its primary; see in the log of %2$s why it"
              + " did not take it within its lease.")
  String switchoverTakenByAnother(String group, String named, String primary);

  /**
   * A switchover that nobody profited by.
   *
   * @param group the group
   * @param named who was to become primary
   * @param waited for how long a primary was looked for
   * @return the message
   */
  @Message(
      id = 2017,
      value =
          "group '%s' was released for %s, and no primary was seen within %s; any node may take it"
              + " now. See whether the nodes reach the store.")
  String switchoverNotTaken(String group, String named, String waited);

  /**
   * A node that left before it saw what came of a switchover.
   *
   * @param group the group
   * @param named who was to become primary
   * @return the message
   */
  @Message(
      id = 2018,
      value =
          "group '%s' was released for %s, and this node left the group before it saw a primary;"
              + " ask the others.")
  String switchoverUnseen(String group, String named);

  /**
   * A step-down or a close that took too long.
   *
   * @param waited how long
   * @return the message
   */
  @Message(id = 9001, value = "the lease thread did not answer within %s")
  String leaseThreadSilent(Duration waited);
}
