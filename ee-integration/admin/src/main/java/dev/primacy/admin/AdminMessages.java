package dev.primacy.admin;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.Messages;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageBundle;

/**
 * What answers say: 1480 to 1499 and 2550 to 2559. None of them names a host, a node or a secret.
 */
@MessageBundle(projectCode = "PRIMACY-", length = 4)
interface AdminMessages {
  AdminMessages TEXT = Messages.getBundle(MethodHandles.lookup(), AdminMessages.class);

  @Message(id = 2550, value = "limit has to be a number from 1 to %d.")
  String badEventLimit(int most);

  @Message(
      id = 2551,
      value =
          "type has to be the number of a type of event, or its class name without the package.")
  String badEventType();

  @Message(
      id = 2552,
      value =
          "origin has to be words with dots between them, * for any word and # for any number of"
              + " words, of at most 255 characters.")
  String badEventOrigin();

  @Message(id = 2553, value = "eventId has to be a whole number, 1 or more.")
  String badEventId();

  @Message(
      id = 2554,
      value = "%d sessions poll for events already; come back when one of them was idle for long.")
  String tooManySessions(int most);

  @Message(
      id = 2555,
      value = "A session has %d subscriptions at most; remove one, or begin another session.")
  String tooManySubscriptions(int most);

  @Message(
      id = 1480,
      value = "Nobody is logged in; send the operators' token as Authorization: Bearer, or log in.")
  String anonymous();

  @Message(id = 1481, value = "Whoever is logged in is no operator; ask for the role.")
  String noOperator();

  @Message(
      id = 1482,
      value =
          "This is answered over TLS only, or to whoever sits at this machine; use https. A request"
              + " that a proxy forwarded does not come from this machine.")
  String notSecure();

  @Message(id = 1483, value = "There is nothing here; it may be switched off.")
  String nothingHere();

  @Message(id = 1484, value = "%s does nothing here; use %s.")
  String wrongMethod(String method, String allowed);

  @Message(id = 1485, value = "Only application/json is read here; send it as that.")
  String jsonOnly();

  @Message(id = 1486, value = "The body is longer than %d bytes; nothing here needs as much.")
  String tooLong(int most);

  @Message(id = 1487, value = "The body has to be a JSON object with at least one of: %s.")
  String noParameter(String members);

  @Message(id = 1488, value = "The body is no JSON object.")
  String noObject();

  @Message(id = 1489, value = "A member of the body is unknown here; what is known: %s.")
  String unknownMember(String members);

  @Message(id = 1490, value = "'%s' has to be %s.")
  String badMember(String member, String expected);

  @Message(
      id = 1491,
      value =
          "Say in If-Match which version of the group is meant: its ETag, as GET group?name= shows"
              + " it. So nobody overrides what somebody else did meanwhile.")
  String versionNeeded();

  @Message(id = 1492, value = "If-Match has to be one ETag in double quotes, as it was shown.")
  String badVersion();

  @Message(id = 1493, value = "No group is named, and there is no default one; name it.")
  String noDefaultGroup();

  @Message(id = 1494, value = "max-lag has to be a duration such as 500ms, 2s or PT2S.")
  String badLag();

  @Message(
      id = 1495,
      value =
          "The command was taken and is under way; %s shows the group as it is, and this node's log"
              + " what came of it.")
  String underWay(String where);

  @Message(
      id = 1496,
      value = "As many listen as may (primacy.admin.events.listeners); come back later.")
  String tooManyListeners();

  @Message(
      id = 1497,
      value =
          "Events cannot be streamed, because a filter of the application does not support"
              + " asynchronous requests; declare it async-supported, or map it elsewhere.")
  String notAsynchronous();

  @Message(
      id = 1498,
      value = "There is no group of that name here, so nothing is known of this node in it.")
  String unknownGroup();

  @Message(
      id = 1499,
      value =
          "Commands are switched off; set primacy.admin.enabled=true if this group may be commanded.")
  String commandsOff();

  @Message(
      id = 9080,
      value = "Something went wrong on this node; its log says what, under the correlation id.")
  String defect();
}
