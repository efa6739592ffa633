package dev.primacy.benchmarks.compare.node;

/** The libraries that are compared. */
final class Libraries {
  private Libraries() {}

  static Contender contender(Place place, Application application, RequestCount count)
      throws Exception {
    return switch (place.value(Place.LIBRARY)) {
      case "primacy" -> new PrimacyContender(place, application, count);
      case "spring" -> new SpringContender(place, application, count);
      case "curator" -> new CuratorContender(place, application);
      case "selector" -> new SelectorContender(place, application);
      case "fabric8" -> new Fabric8Contender(place, application);
      case "raft" -> new RaftContender(place, application);
      case "shedlock" -> new ShedLockContender(place, application, count);
      default -> throw new IllegalArgumentException(place.value(Place.LIBRARY));
    };
  }
}
