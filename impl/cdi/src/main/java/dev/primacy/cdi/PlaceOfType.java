package dev.primacy.cdi;

import dev.primacy.FencingToken;
import dev.primacy.Groups;
import dev.primacy.Membership;
import dev.primacy.control.GroupAdmin;
import java.util.List;

/**
 * Where something of Primacy's is injected, found while the application was built.
 *
 * @param type the name of what is injected
 * @param lookedUp whether it is a lookup of that
 * @param place where
 */
record PlaceOfType(String type, boolean lookedUp, InjectedPlace place) {
  private static final String BETWEEN = "\t";

  static PlaceOfType parse(String words) {
    List<String> parts = List.of(words.split(BETWEEN, -1));
    return new PlaceOfType(
        parts.get(0),
        Boolean.parseBoolean(parts.get(1)),
        new InjectedPlace(
            parts.get(2), parts.get(3), Boolean.parseBoolean(parts.get(4)), parts.get(5)));
  }

  String words() {
    return String.join(
        BETWEEN,
        type,
        Boolean.toString(lookedUp),
        place.name(),
        place.group(),
        Boolean.toString(place.filledOnce()),
        place.scope());
  }

  /** Notes it as the portable extension does. */
  void note(Injections injections) {
    if (type.equals(Membership.class.getName())) {
      if (lookedUp) {
        injections.lookup(place);
      } else {
        injections.membership(place);
      }
    } else if (type.equals(FencingToken.class.getName())) {
      if (lookedUp) {
        injections.lookup(place);
      } else {
        injections.token(place);
      }
    } else if (type.equals(Groups.class.getName()) || type.equals(GroupAdmin.class.getName())) {
      injections.groups();
    } else {
      injections.operates();
    }
  }
}
