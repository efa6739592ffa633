package dev.primacy.rest;

import dev.primacy.cdi.ResourceGuards;
import jakarta.ws.rs.core.Application;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The application classes that the container shows, and what is wrong with them: guarded resources
 * that would be served without the filter.
 */
final class Applications {
  private final ResourceGuards guards;
  private final Set<Class<? extends Application>> applications = new LinkedHashSet<>();
  private final Set<Class<?>> guardedSubResources = new LinkedHashSet<>();

  Applications(ResourceGuards guards) {
    this.guards = guards;
  }

  void application(Class<? extends Application> type) {
    applications.add(type);
  }

  void resource(Class<?> type) {
    if (!ResourceClasses.isRoot(type) && guards.guard(type)) {
      guardedSubResources.add(type);
    }
  }

  List<RuntimeException> problems() {
    return applications.stream()
        .flatMap(type -> Listing.of(type).stream())
        .filter(Listing::isWithoutFeature)
        .flatMap(listing -> problem(listing).stream())
        .toList();
  }

  private Optional<RuntimeException> problem(Listing listing) {
    String unguarded = unguarded(listing);
    if (unguarded.isEmpty()) {
      return Optional.empty();
    }
    if (!listing.loadsServices()) {
      return Optional.of(RestMessages.TEXT.unguardedByChoice(listing.name(), unguarded));
    }
    return ServiceLoading.isKnownToBeMissing()
        ? Optional.of(RestMessages.TEXT.unguardedByServer(listing.name(), unguarded))
        : Optional.empty();
  }

  private String unguarded(Listing listing) {
    // nobody says where a locator leads, so it may lead to any of them
    boolean leadsOn = listing.parts().stream().anyMatch(ResourceClasses::hasLocator);
    Stream<Class<?>> further = leadsOn ? guardedSubResources.stream() : Stream.of();
    return Stream.concat(listing.parts().stream().filter(guards::guard), further)
        .map(Class::getName)
        .distinct()
        .sorted()
        .collect(Collectors.joining(", "));
  }
}
