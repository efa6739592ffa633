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
   * An attribute that must not have its name.
   *
   * @param key the attribute
   * @return the message
   */
  @Message(
      id = 1061,
      value =
          "%s cannot be published under this name: it is blank, has control characters, or begins"
              + " with 'primacy.', which Primacy keeps for itself; choose another.")
  String badAttributeName(String key);

  /**
   * An application publishes too much.
   *
   * @param count how many attributes it would be
   * @param configured how many of them are configured
   * @param limit how many are allowed
   * @return the message
   */
  @Message(
      id = 1062,
      value =
          "%d attributes would be published, %d of them configured below"
              + " primacy.node.attributes, at most %d are allowed; publish fewer.")
  String tooManyPublished(int count, int configured, int limit);

  /**
   * All that is wrong with a monitor.
   *
   * @param count how many problems
   * @param list one a line
   * @return the message
   */
  @Message(id = 1063, value = "This monitor cannot be built, %d problem(s):%s")
  String monitorProblems(int count, String list);

  /**
   * A monitor that nobody hears.
   *
   * @return the message
   */
  @Message(
      id = 1064,
      value =
          "it has no callback; give it at least one of onJoined, onJoinedRaw, onLeft and"
              + " onUpdated.")
  String monitorWithoutCallbacks();

  /**
   * A monitor that watches nothing.
   *
   * @param given the kinds it has callbacks of
   * @return the message
   */
  @Message(
      id = 1065,
      value =
          "it has callbacks of %s alone, which come along and are not watched for; add at least"
              + " one of onJoined, onJoinedRaw, onLeft and onUpdated.")
  String monitorWatchesNothing(String given);

  /**
   * A callback that is none.
   *
   * @param kind its kind
   * @return the message
   */
  @Message(id = 1066, value = "a callback of kind %s is null; give it a function, or leave it out.")
  String monitorCallbackMissing(String kind);

  /**
   * A part that is missing.
   *
   * @param part which
   * @return the message
   */
  @Message(id = 1067, value = "its %s is null; give it one, or leave the call out.")
  String monitorPartMissing(String part);

  /**
   * A callback of a monitor that threw.
   *
   * @param kind its kind
   * @param group the group
   * @param thrown what
   * @return the message
   */
  @Message(
      id = 2070,
      value =
          "the callback of kind %s of a monitor of group '%s' threw %s; it is not called again for"
              + " this, and watching goes on.")
  String monitorCallbackThrew(String kind, String group, String thrown);

  /**
   * A record that a monitor cannot decode.
   *
   * @param node the node's incarnation
   * @param group the group
   * @param why what is wrong with it
   * @return the message
   */
  @Message(
      id = 2071,
      value =
          "the record of node %s cannot be decoded for a monitor of group '%s', also at the second"
              + " try: %s. Let its decoder, or this version of Primacy, read what that node"
              + " writes.")
  String undecodable(String node, String group, String why);

  /**
   * A record that cannot be told to observers.
   *
   * @param node the node's incarnation
   * @param why what is wrong with it
   * @return the message
   */
  @Message(
      id = 2072,
      value =
          "the record of node %s cannot be read, also at the second try: %s. Let all nodes run"
              + " versions that read each other's records.")
  String undecodableNode(String node, String why);

  /**
   * A group's record that a monitor cannot decode.
   *
   * @param group the group
   * @param why what is wrong with it
   * @return the message
   */
  @Message(id = 2073, value = "group '%s', which is watched, is of another format: %s.")
  String groupUndecodable(String group, String why);

  /**
   * A store that does not answer a monitor.
   *
   * @param group the group
   * @param why what it was told
   * @return the message
   */
  @Message(
      id = 2074,
      value =
          "the store did not answer a monitor of group '%s' (%s); it is asked again, ever less"
              + " often.")
  String monitorUnanswered(String group, String why);

  /**
   * A store that was silent for too long.
   *
   * @param group the group
   * @param time how long was borne
   * @return the message
   */
  @Message(
      id = 2075,
      value =
          "the store has not answered for reconnect-within=%2$s, so group '%1$s' is not watched any"
              + " more; start another monitor once it answers.")
  String monitorGaveUp(String group, String time);

  /**
   * Something unexpected in a monitor.
   *
   * @param group the group
   * @param why what
   * @return the message
   */
  @Message(
      id = 2076,
      value =
          "watching group '%s' failed unexpectedly (%s) and has ended; start another monitor, and"
              + " report it with the stack in the log.")
  String monitorFailed(String group, String why);

  /**
   * A group that is gone.
   *
   * @param group the group
   * @return the message
   */
  @Message(id = 2077, value = "group '%s' is gone: it was dropped, or its record removed.")
  String monitoredGroupGone(String group);

  /**
   * A monitor that is started too late.
   *
   * @param group the group
   * @return the message
   */
  @Message(
      id = 2078,
      value =
          "a monitor of group '%s' cannot start: Primacy has stopped in this application; start"
              + " monitors while it runs.")
  String monitorTooLate(String group);

  /**
   * Nobody is there to have attributes.
   *
   * @return the message
   */
  @Message(
      id = 2060,
      value =
          "attributes were not published: this node has left, or Primacy is disabled or stopped.")
  String attributesOfNobody();

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
   * A bearer token that is no protection, or cannot be sent. Never shows it.
   *
   * @param key the key
   * @param bytes how long it has to be
   */
  @Message(
      id = 1041,
      value =
          "%s has to be at least %d bytes of A-Z a-z 0-9 - . _ ~ + / with = at its end only, as"
              + " 'openssl rand -hex 32' makes them; the value is not shown.")
  String weakToken(String key, int bytes);

  /**
   * A path nothing could be found under.
   *
   * @param key the key
   * @param value the path
   */
  @Message(
      id = 1042,
      value =
          "%s=%s is no path; write it as /primacy or /ops/primacy: segments of A-Z a-z 0-9 . _ ~ -"
              + " with a slash before each and none at the end.")
  String badPath(String key, String value);

  /**
   * Something that is not told as often as configured.
   *
   * @param key the key
   * @param value the value
   * @return the message
   */
  @Message(id = 1043, value = "%s=%s is more often than once a second; it is taken as 1s.")
  String tooOften(String key, String value);

  /**
   * A number that no event has.
   *
   * @param id the number
   * @return the message
   */
  @Message(
      id = 1044,
      value = "No event has the id %d; see dev.primacy.event.EventId on the types of events.")
  String noSuchEventId(int id);

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
   * A command to a group that is not there.
   *
   * @param group the group
   * @return the message
   */
  @Message(
      id = 2020,
      value = "group '%s' has no record in the store yet; wait until a node has created it.")
  String groupNotThere(String group);

  /**
   * A command that was overtaken too often.
   *
   * @param group the group
   * @param attempts how often it was tried
   * @return the message
   */
  @Message(
      id = 2021,
      value =
          "group '%s' was changed by somebody else %d times in a row; look at it and try again.")
  String recordContended(String group, int attempts);

  /**
   * A store that does not answer an operator.
   *
   * @param group the group
   * @param reason what it says
   * @return the message
   */
  @Message(
      id = 2022,
      value = "group '%s' is as it was: the store did not answer (%s); try again when it does.")
  String storeSilent(String group, String reason);

  /**
   * A command that was broken off.
   *
   * @param group the group
   * @return the message
   */
  @Message(id = 2023, value = "the command on group '%s' was broken off: this node stops.")
  String commandInterrupted(String group);

  /**
   * A record of another format.
   *
   * @param group the group
   * @param reason what is wrong
   * @return the message
   */
  @Message(
      id = 2024,
      value =
          "the record of group '%s' cannot be read (%s); let all nodes run versions that read each"
              + " other's records.")
  String groupUnreadable(String group, String reason);

  /**
   * A command without a certain outcome.
   *
   * @param group the group
   * @param outcome what is known
   * @return the message
   */
  @Message(
      id = 2025,
      value =
          "whether the command on group '%s' was carried out is not known (%s); look at the group,"
              + " and try again.")
  String commandUnanswered(String group, String outcome);

  /**
   * A command for another version.
   *
   * @param group the group
   * @param expected the version it was meant for
   * @param present the version there is
   * @return the message
   */
  @Message(
      id = 2026,
      value =
          "group '%s' is not in version %s any more but in %s: somebody changed it; look at it and"
              + " decide again.")
  String staleVersion(String group, String expected, String present);

  /**
   * A group this node has no part in.
   *
   * @param group the group
   * @return the message
   */
  @Message(id = 2027, value = "this node takes no part in group '%s'; join it first.")
  String notMember(String group);

  /**
   * A copy that failed.
   *
   * @param group the group
   * @param primary from whom
   * @param failure why
   * @return the message
   */
  @Message(
      id = 2028,
      value =
          "this node does not follow %2$s in group '%1$s': its state was not copied (%3$s); see to"
              + " the connection and try again.")
  String notCopied(String group, String primary, String failure);

  /**
   * A primary that went during a copy.
   *
   * @param group the group
   * @param primary who
   * @return the message
   */
  @Message(
      id = 2029,
      value = "%2$s is not the primary of group '%1$s' any more; name the one that is.")
  String primaryWentMeanwhile(String group, String primary);

  /**
   * A primary told to follow.
   *
   * @param group the group
   * @return the message
   */
  @Message(
      id = 2030,
      value =
          "this node holds group '%s', or is taking it or giving it up, and follows nobody; have it"
              + " step down first.")
  String isPrimaryItself(String group);

  /**
   * A group with other settings.
   *
   * @param group the group
   * @return the message
   */
  @Message(
      id = 2031,
      value =
          "group '%s' was created with another election policy than this node's; give all nodes of"
              + " it the same.")
  String otherSettings(String group);

  /**
   * Nobody to follow.
   *
   * @param group the group
   * @param named who was named
   * @return the message
   */
  @Message(
      id = 2032,
      value =
          "group '%s' has no live primary that this node sees, so not '%s' either; promote one.")
  String noPrimaryToFollow(String group, String named);

  /**
   * Somebody else to follow.
   *
   * @param group the group
   * @param primary who it is
   * @param named who was named
   * @return the message
   */
  @Message(id = 2033, value = "the primary of group '%s' is %s and not '%s'; name that one.")
  String otherPrimary(String group, String primary, String named);

  /**
   * Other state.
   *
   * @param group the group
   * @param primary who it is
   * @param own what this node understands
   * @param other what the primary has
   * @return the message
   */
  @Message(
      id = 2034,
      value =
          "%2$s has state of schema '%4$s' in group '%1$s', and this node understands '%3$s'; run the"
              + " same version of the application on both.")
  String otherSchema(String group, String primary, String own, String other);

  /**
   * Another secret.
   *
   * @param group the group
   * @param primary who it is
   * @return the message
   */
  @Message(
      id = 2035,
      value = "%2$s, the primary of group '%1$s', has another secret; connect with the group's.")
  String otherSecret(String group, String primary);

  /**
   * Control before the start.
   *
   * @return the message
   */
  @Message(
      id = 2036,
      value =
          "this node cannot be commanded before the application has started or after it was"
              + " stopped; only its status can be asked.")
  String notStarted();

  /**
   * A wrong secret; says nothing of what is wrong with it.
   *
   * @param bytes the fewest bytes of a secret
   * @return the message
   */
  @Message(
      id = 2037,
      value = "this is not the secret, or it has fewer than %d bytes; see primacy.control.secret.")
  String wrongSecret(int bytes);

  /**
   * No default group.
   *
   * @return the message
   */
  @Message(id = 2038, value = "there is no default group; name one, or set primacy.group.")
  String noDefaultGroup();

  /**
   * Control was lost.
   *
   * @return the message
   */
  @Message(
      id = 2039,
      value =
          "this controller is not in command any more: it was closed, or another one connected.")
  String controlLost();

  /**
   * Nothing to command.
   *
   * @return the message
   */
  @Message(
      id = 2040,
      value =
          "this node takes part in no cluster, so there is no role to command; configure a group.")
  String noCluster();

  /**
   * A passive node told to lead.
   *
   * @param group the group
   * @return the message
   */
  @Message(
      id = 2041,
      value =
          "this node never becomes primary of group '%s' (primacy.node.passive=true, or it follows"
              + " through a relay); name another one.")
  String passiveItself(String group);

  /**
   * Nobody to hand over.
   *
   * @param group the group
   * @param named to whom
   * @return the message
   */
  @Message(
      id = 2042,
      value = "group '%s' has no primary that could hand it to '%s'; promote that node instead.")
  String nothingToHandOver(String group, String named);

  /**
   * A group that is gone.
   *
   * @param group the group
   * @return the message
   */
  @Message(id = 2080, value = "group '%s' was dropped, and that is for good; use another name.")
  String droppedGroup(String group);

  /**
   * A group that somebody else holds.
   *
   * @param group the group
   * @param holder who
   * @return the message
   */
  @Message(
      id = 2081,
      value =
          "group '%s' cannot be dropped while %s holds it; drop it there, or have that node step"
              + " down and freeze the group first.")
  String heldElsewhere(String group, String holder);

  /**
   * A frozen group.
   *
   * @param group the group
   * @return the message
   */
  @Message(id = 2043, value = "group '%s' is frozen, so nobody takes it; end that first.")
  String frozenGroup(String group);

  /**
   * A nomination that came to nothing.
   *
   * @param group the group
   * @param node who was named
   * @param waited how long
   * @return the message
   */
  @Message(
      id = 2044,
      value =
          "%2$s did not take group '%1$s' within %3$s, and is not named for it any more; see in its"
              + " log and in the primary's what keeps it.")
  String notTakenInTime(String group, String node, String waited);

  /**
   * An election that needs no orders.
   *
   * @param group the group
   * @return the message
   */
  @Message(
      id = 2045,
      value =
          "group '%s' is elected automatically, so a node cannot be told to be nothing; freeze it, or"
              + " set primacy.election=operator.")
  String electsByItself(String group);

  /**
   * A relay that is no secondary.
   *
   * @param group the group
   * @return the message
   */
  @Message(id = 2046, value = "only a secondary relays, and this node is none in group '%s'.")
  String relaysAsSecondaryOnly(String group);

  /**
   * A relay that nobody could follow through.
   *
   * @param group the group
   * @return the message
   */
  @Message(
      id = 2058,
      value =
          "nothing on this node answers followers of group '%s'; add primacy-relay to the"
              + " application and set primacy.relay.serve=true.")
  String nothingServes(String group);

  /**
   * A step-down elsewhere.
   *
   * @param group the group
   * @param primary who holds it
   * @return the message
   */
  @Message(
      id = 2047,
      value = "this node is not the primary of group '%s' (that is %s); ask that one.")
  String notPrimaryHere(String group, String primary);

  /**
   * A node that says that it is dead itself.
   *
   * @param node its name
   * @return the message
   */
  @Message(id = 2048, value = "'%s' is this node itself, which is not dead.")
  String livesItself(String node);

  /**
   * A dead node that lives.
   *
   * @param node its name
   * @return the message
   */
  @Message(
      id = 2049,
      value = "node '%s' renews its lease, so it is alive; stop it, then it goes by itself.")
  String renewsItsLease(String node);

  /**
   * A change that this node has not seen.
   *
   * @param group the group
   * @return the message
   */
  @Message(id = 2050, value = "group '%s' was changed, and this node has not read it again yet.")
  String notSeenYet(String group);

  /**
   * A command during maintenance.
   *
   * @param group the group
   * @param reason what is being done
   * @return the message
   */
  @Message(
      id = 2051,
      value =
          "roles of group '%s' are locked on this node (%s); wait until the maintenance is over.")
  String lockedForMaintenance(String group, String reason);

  /**
   * A lock at the wrong time.
   *
   * @return the message
   */
  @Message(
      id = 2052,
      value =
          "roles cannot be locked now: they are locked already, or one is being taken or given up;"
              + " try again in a moment.")
  String notToBeLocked();

  /**
   * Too many commands.
   *
   * @param group the group
   * @return the message
   */
  @Message(id = 2053, value = "too many commands wait already, so the one on group '%s' does not.")
  String tooManyCommands(String group);

  /**
   * A group that takes its time.
   *
   * @param group the group
   * @return the message
   */
  @Message(
      id = 2054,
      value = "group '%s' was joined, and the store has not shown it yet; look at it later.")
  String joinedLate(String group);

  /**
   * A group that has a primary.
   *
   * @param group the group
   * @return the message
   */
  @Message(id = 2055, value = "group '%s' has a primary already; join it instead of creating it.")
  String heldAlready(String group);

  /**
   * A group joined twice.
   *
   * @param group the group
   * @return the message
   */
  @Message(id = 2056, value = "this node takes part in group '%s' already; leave it first.")
  String memberAlready(String group);

  /**
   * Nothing said.
   *
   * @param group the group
   * @return the message
   */
  @Message(id = 2057, value = "nothing is said about group '%s'; give at least one setting.")
  String nothingToConfigure(String group);

  /**
   * A follower of nodes that threw.
   *
   * @param watch its name
   * @param phase which call
   * @param node the node it was about
   * @param failure what it threw
   * @return the message
   */
  @Message(
      id = 2061,
      value =
          "the follower '%s' threw in %s, about %s, and is told nothing more: %s. Catch what can be"
              + " expected, or start it anew with FollowOptions.restart.")
  String followerFailed(String watch, String phase, String node, String failure);

  /**
   * A watch that Primacy outlived not.
   *
   * @param watch its name
   * @return the message
   */
  @Message(id = 2062, value = "the watch '%s' ended, because Primacy stopped.")
  String watchStopped(String watch);

  /**
   * Nodes that were not known in time.
   *
   * @param watch its name
   * @param limit the time there was
   * @return the message
   */
  @Message(
      id = 2063,
      value =
          "the watch '%s' saw no list of the nodes within %s; see whether Primacy is started and its"
              + " engine answers, or allow more with FollowOptions.openWithin.")
  String watchNotOpened(String watch, String limit);

  /**
   * A watch of nothing.
   *
   * @param watch its name
   * @return the message
   */
  @Message(
      id = 2064,
      value =
          "the watch '%s' cannot be opened: Primacy is stopped, could not start, or was not started"
              + " because nothing in the application uses it.")
  String watchOfNothing(String watch);

  /**
   * A watch its owner ended.
   *
   * @param watch its name
   * @return the message
   */
  @Message(id = 2065, value = "the watch '%s' is closed.")
  String watchClosed(String watch);

  /**
   * A watch whose thread was told to end.
   *
   * @param watch its name
   * @return the message
   */
  @Message(
      id = 2066,
      value = "the watch '%s' ended, because its thread was interrupted or ended by an error.")
  String watchInterrupted(String watch);

  /**
   * A subscriber that asks for nothing.
   *
   * @param count how many it asked for
   * @return the message
   */
  @Message(
      id = 2067,
      value = "a subscriber asked for %d states of nodes; ask for at least one (rule 3.9).")
  String nothingRequested(long count);

  /**
   * A cursor that was not moved.
   *
   * @param watch its name
   * @return the message
   */
  @Message(
      id = 2068,
      value = "the %s is before its first state; call next() and see that it is true.")
  String beforeFirstState(String watch);

  /**
   * A batch that was kept.
   *
   * @param number the batch
   * @return the message
   */
  @Message(
      id = 2069,
      value =
          "the nodes of batch %d were asked for after batchDone had returned, when the view had gone"
              + " on; ask for them within it.")
  String batchIsOver(long number);

  /**
   * A setting nobody reads.
   *
   * @param key the key
   * @return the message
   */
  @Message(id = 1060, value = "%s is not a setting; see the table of settings.")
  String unreadKey(String key);

  /**
   * A type that is said to be one of events.
   *
   * @param type its class
   * @param why what keeps it from being one
   * @return the message
   */
  @Message(
      id = 1070,
      value =
          "%s cannot be published: %s. Make it a record that implements ApplicationEvent, with the"
              + " component 'EventEnvelope envelope' and an @EventId of 10000 or more that no other"
              + " type has.")
  String notAnEventType(String type, String why);

  /**
   * An event that its own type does not take.
   *
   * @param type its class
   * @param why what its constructor threw
   * @return the message
   */
  @Message(id = 2082, value = "%s refuses what it would be made of: %s. Correct the values.")
  String eventRefused(String type, String why);

  /**
   * A messenger that is not there.
   *
   * @param name its name
   * @param found those that are there
   * @return the message
   */
  @Message(
      id = 1071,
      value =
          "primacy.messenger=%s, but no such messenger is on the class path or comes with"
              + " the engine; found: %s. Add it, correct the name, or remove the setting.")
  String messengerNotFound(String name, String found);

  /**
   * More than one messenger.
   *
   * @param found their names
   * @return the message
   */
  @Message(
      id = 1072,
      value =
          "Several messengers are on the class path (%s); set primacy.messenger to the "
              + "one to use, or remove the others.")
  String severalMessengers(String found);

  /**
   * Nothing carries events between nodes.
   *
   * @param users who needs it
   * @param engine the engine
   * @return the message
   */
  @Message(
      id = 1073,
      value =
          "%s needs a messenger, and the engine '%s' has none; add primacy-messenger-"
              + "jgroups to the application, use an engine that has one (jdbc), or remove what "
              + "needs it.")
  String noMessenger(String users, String engine);

  /**
   * Nothing turns events into bytes.
   *
   * @param users who needs it
   * @return the message
   */
  @Message(
      id = 1074,
      value =
          "%s needs events to be turned into JSON, and nothing is there that does; add "
              + "dev.primacy:primacy-json to the application.")
  String noCodec(String users);

  /**
   * A durable queue that nobody keeps.
   *
   * @param queue its name
   * @param messenger the messenger
   * @return the message
   */
  @Message(
      id = 1068,
      value =
          "@Queue(\"%s\", durable = true) asks for events to be kept, and the messenger "
              + "'%s' keeps none; use the engine jdbc with its own messenger, or leave durable "
              + "out.")
  String notDurable(String queue, String messenger);

  /**
   * An event from nowhere.
   *
   * @param type its class
   * @return the message
   */
  @Message(
      id = 2083,
      value =
          "%s has no origin; give its envelope one (EventEnvelope.of), or put @Origin on "
              + "what publishes it.")
  String noOrigin(String type);

  /**
   * An origin that is none.
   *
   * @param type its class
   * @param origin what it says
   * @return the message
   */
  @Message(
      id = 2084,
      value =
          "%s cannot come from '%s': an origin has 1 to 255 characters and no blanks, "
              + "control characters, * and #.")
  String badOrigin(String type, String origin);

  /**
   * An event that does not fit.
   *
   * @param type its class
   * @param size its size
   * @param most what is allowed
   * @return the message
   */
  @Message(
      id = 2085,
      value =
          "%s has %d bytes as JSON, and %d are allowed; publish a reference to what is "
              + "large instead.")
  String eventTooLarge(String type, int size, int most);

  /**
   * An event that was not published.
   *
   * @param type its class
   * @param why numbered, if known
   * @return the message
   */
  @Message(id = 2059, value = "%s was not published: %s")
  String notPublished(String type, String why);

  /**
   * A type of event that is not known here.
   *
   * @param eventId its number
   * @return the message
   */
  @Message(id = 2171, value = "no type of event with the number %d is known to this application")
  String unknownEventType(int eventId);

  /**
   * A message that contradicts itself.
   *
   * @param type the class it should be of
   * @return the message
   */
  @Message(
      id = 2172,
      value = "a message says that it is a %s, and contradicts itself in id, sender or origin")
  String contradictoryMessage(String type);

  /**
   * Too late.
   *
   * @return the message
   */
  @Message(id = 2173, value = "this application is stopping, and publishes nothing more")
  String exchangeClosed();

  /**
   * Interrupted.
   *
   * @param name the messenger
   * @return the message
   */
  @Message(id = 2174, value = "the messenger '%s' was interrupted while it connected")
  String messengerInterrupted(String name);

  /**
   * Names that mean nothing to an event.
   *
   * @param names what was given
   * @param type its class
   * @param known its components
   * @return the message
   */
  @Message(
      id = 2086,
      value =
          "unused: %s. A %s has %s, and in its envelope origin, originType, subType, name,"
              + " description, status, actor and occurredAt; correct the name, or leave it out.")
  String unusedNames(String names, String type, String known);

  /**
   * A constant that does not exist.
   *
   * @param constant what was given
   * @param name for what
   * @param allowed the constants that do
   * @return the message
   */
  @Message(id = 2087, value = "'%s' is no %s; use one of %s.")
  String noSuchConstant(String constant, String name, String allowed);

  /**
   * A time that is none.
   *
   * @param value what was given
   * @return the message
   */
  @Message(
      id = 2088,
      value =
          "occurredAt '%s' is not a valid time; give an Instant, milliseconds since 1970, which are"
              + " 13 digits, or a text such as 2026-03-01T10:15:30Z.")
  String notATime(String value);

  /**
   * A time that cannot be meant.
   *
   * @param time what was given
   * @param now by this node's clock
   * @return the message
   */
  @Message(
      id = 2089,
      value =
          "occurredAt %s is more than a year from now (%s), too old or too far ahead to be meant;"
              + " correct it, or leave it out for now.")
  String timeTooFar(String time, String now);

  /**
   * What is not for applications to say.
   *
   * @param name what was given
   * @param type the event's class
   * @return the message
   */
  @Message(
      id = 2090,
      value =
          "'%s' of a %s is given by Primacy when the event is published; leave it out, and publish"
              + " what a published event tells in an envelope of its own (EventEnvelope.of).")
  String onlyPrimacySays(String name, String type);

  /**
   * A value of another kind.
   *
   * @param name what it is for
   * @param wanted the class that is needed
   * @param given the class that was given
   * @return the message
   */
  @Message(id = 2092, value = "'%s' is a %s, and a %s was given; convert it.")
  String wrongKind(String name, String wanted, String given);

  /**
   * A value that nothing can stand for.
   *
   * @param name what is missing
   * @param type the event's class
   * @param wanted the class that is needed
   * @return the message
   */
  @Message(id = 2091, value = "'%s' of a %s is missing, and nothing stands for a %s; give it.")
  String valueMissing(String name, String type, String wanted);

  /**
   * A regular expression that is none.
   *
   * @param why what is wrong with it
   * @return the message
   */
  @Message(id = 2093, value = "A regular expression of a query cannot be read: %s. Correct it.")
  String badExpression(String why);

  /**
   * A regular expression that is too long.
   *
   * @param most how long it may be
   * @return the message
   */
  @Message(
      id = 2094,
      value = "A regular expression of a query has more than %d characters; ask for less at once.")
  String expressionTooLong(int most);

  /**
   * A regular expression that takes too long.
   *
   * @param most how many characters may be looked at
   * @return the message
   */
  @Message(
      id = 2095,
      value =
          "The regular expressions of a query look at more than %d characters, or repeat too deeply;"
              + " write them without repetitions within repetitions, or narrow the query by type,"
              + " origin or time.")
  String expressionTooCostly(long most);

  /**
   * A query of too many conditions.
   *
   * @param most how many it may have
   * @return the message
   */
  @Message(id = 2096, value = "A query has more than %d conditions; ask in several queries.")
  String queryTooLarge(int most);

  /**
   * Too many gates.
   *
   * @param most how many may be open
   * @return the message
   */
  @Message(
      id = 2097,
      value = "%d gates wait for events already; await or close them before opening more.")
  String tooManyGates(int most);

  /**
   * The archive does not answer.
   *
   * @param why what it says
   * @return the message
   */
  @Message(
      id = 2098,
      value =
          "The archive of events cannot be asked: %s. What this node keeps in memory is found with"
              + " EventQuery.after(0).")
  String archiveSilent(String why);

  /**
   * There is no archive.
   *
   * @param engine the engine; empty if there is none
   * @return the message
   */
  @Message(
      id = 1075,
      value =
          "primacy.events.history.store=archive, and the engine '%s' keeps no archive of events; set"
              + " it to memory, or use an engine that does (jdbc).")
  String noArchive(String engine);

  /**
   * A step-down or a close that took too long.
   *
   * @param waited how long
   * @return the message
   */
  @Message(id = 9001, value = "the lease thread did not answer within %s")
  String leaseThreadSilent(Duration waited);
}
