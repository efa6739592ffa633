package dev.primacy.servers.launch;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Quarkus: the application is what is started, packaged with it, and stays. */
public final class Quarkus implements Server {
  @Override
  public String title() {
    return "Quarkus 3.38.2";
  }

  @Override
  public Set<Ability> abilities() {
    return EnumSet.noneOf(Ability.class);
  }

  @Override
  public Optional<Path> java() {
    return Optional.of(Jdks.own());
  }

  @Override
  public void prepare(Place place) {
    // the directory is enough
  }

  @Override
  public ProcessBuilder command(Place place) {
    Stream<String> jvm =
        Stream.concat(
            Stream.of(place.java(), "-Xmx512m", "-Dquarkus.http.port=" + place.http()),
            place.options());
    Stream<String> application = Stream.of("-jar", System.getProperty("servers.quarkus"));
    return new ProcessBuilder(Stream.concat(jvm, application).toList())
        .directory(place.directory().toFile());
  }

  @Override
  public void deploy(Place place, Path archive, String name) {
    // it was when it was packaged
  }

  @Override
  public void undeploy(Place place, String name) {
    throw new UnsupportedOperationException(Ability.UNDEPLOY.absence());
  }
}
