package dev.primacy.cdi;

import dev.primacy.FencingToken;
import dev.primacy.Groups;
import dev.primacy.Membership;
import dev.primacy.control.GroupAdmin;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where something of Primacy's is injected, found by an extension.
 *
 * @param type the name of what is injected
 * @param lookedUp whether it is a lookup of that
 * @param place where
 */
record PlaceOfType(String type, boolean lookedUp, InjectedPlace place) {
  private static final String BETWEEN = "\t";

  /** What starts Primacy when it is injected, or looked up. */
  private static final Set<String> MEANT =
      Stream.concat(
              Stream.of(Membership.class, FencingToken.class), RuntimeParts.all().keySet().stream())
          .map(Class::getName)
          .collect(Collectors.toUnmodifiableSet());

  static boolean isMeant(String type) {
    return MEANT.contains(type);
  }

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

  /** Tells what follows from it; of places found by either extension. */
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
