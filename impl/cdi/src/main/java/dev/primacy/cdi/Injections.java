package dev.primacy.cdi;

import jakarta.enterprise.inject.spi.InjectionPoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Where the application has views and tokens injected. */
final class Injections {
  private final List<InjectedPlace> grouped = new ArrayList<>();
  private final List<InjectedPlace> tokens = new ArrayList<>();
  private boolean lookups;
  private boolean joins;

  void membership(InjectedPlace place) {
    grouped.add(place);
  }

  void token(InjectedPlace place) {
    grouped.add(place);
    tokens.add(place);
  }

  void lookup(InjectedPlace place) {
    lookups = true;
    if (place.namedGroup().isPresent()) {
      grouped.add(place);
    }
  }

  /** Something operates groups, or hears of them by code. */
  void operates() {
    lookups = true;
  }

  /** Something joins groups at run time, or may. */
  void groups() {
    joins = true;
  }

  boolean joins() {
    return joins;
  }

  boolean any() {
    return lookups || !grouped.isEmpty();
  }

  List<RuntimeException> problems(Set<String> groups, Optional<String> defaultGroup) {
    Stream<RuntimeException> wrongGroups =
        grouped.stream()
            .flatMap(
                place ->
                    GuardSpecs.groupProblem(place.name(), place.group(), groups, defaultGroup)
                        .stream());
    return Stream.concat(wrongGroups, frozen()).toList();
  }

  /** Wrong whatever is configured. */
  Stream<RuntimeException> frozen() {
    return tokens.stream()
        .filter(InjectedPlace::isFrozen)
        .map(place -> CdiMessages.TEXT.frozenToken(place.name(), place.scopeName()));
  }

  static String name(InjectionPoint point) {
    return "@Inject at "
        + point.getMember().getDeclaringClass().getName()
        + "."
        + point.getMember().getName();
  }
}
