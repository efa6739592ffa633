package dev.primacy.engine.zookeeper;

import dev.primacy.spi.RecordKey;
import dev.primacy.spi.RecordKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where things lie: {@code <root>/<cluster>/nodes/<incarnation>}, {@code .../groups/<name>}, {@code
 * .../schedules/<name>}, {@code .../voters/<id>}. Names that the contract allows need no encoding
 * here.
 */
final class Paths {

  /** What is listed and hinted at. */
  static final List<RecordKind> SHOWN = List.of(RecordKind.NODE, RecordKind.GROUP);

  private static final Pattern NAME =
      Pattern.compile("[A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?");

  private final String cluster;

  Paths(String cluster) {
    this.cluster = cluster;
  }

  String cluster() {
    return cluster;
  }

  String of(RecordKind kind) {
    return cluster
        + switch (kind) {
          case NODE -> "/nodes";
          case GROUP -> "/groups";
          case SCHEDULE -> "/schedules";
        };
  }

  String of(RecordKey key) {
    if (!isName(key.name())) {
      throw new IllegalArgumentException("not a name: " + key.name());
    }
    return of(key.kind()) + '/' + key.name();
  }

  /** Others may have put nodes there whose names no record has. */
  static boolean isName(String name) {
    return NAME.matcher(name).matches();
  }

  String voters() {
    return cluster + "/voters";
  }

  /** What has to exist before records can, parents first. */
  List<String> layout() {
    List<String> paths = new ArrayList<>();
    for (int i = cluster.indexOf('/', 1); i > 0; i = cluster.indexOf('/', i + 1)) {
      paths.add(cluster.substring(0, i));
    }
    paths.add(cluster);
    for (RecordKind kind : RecordKind.values()) {
      paths.add(of(kind));
    }
    paths.add(voters());
    return paths;
  }

  /** The record that a path is, or is below; empty also for what is not shown. */
  Optional<RecordKey> keyOf(String path) {
    for (RecordKind kind : SHOWN) {
      String parent = of(kind) + '/';
      if (path.startsWith(parent)) {
        int end = path.indexOf('/', parent.length());
        String name = path.substring(parent.length(), end < 0 ? path.length() : end);
        return Optional.of(new RecordKey(kind, name));
      }
    }
    return Optional.empty();
  }
}
