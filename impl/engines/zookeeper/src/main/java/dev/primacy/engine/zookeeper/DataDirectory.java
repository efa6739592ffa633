package dev.primacy.engine.zookeeper;

import static dev.primacy.engine.zookeeper.Messages.LOG;

import dev.primacy.spi.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.zookeeper.server.PurgeTxnLog;

/**
 * The directory of the embedded server. It is the voter's memory: what it once acknowledged it must
 * find again, so the directory remembers whose it is and is refused to anybody else.
 */
final class DataDirectory {

  private static final String OWNER_FILE = "primacy-voter";
  private static final String ID_FILE = "myid";
  private static final String LOG_DIRECTORY = "version-2";
  private static final String LEFTOVERS = "zookeeper.configuration*.properties";

  private static final String LOGS = "log.*";

  /** A number that tells logs from other files, their version, and their database. */
  private static final int LOG_HEADER_BYTES = 16;

  /** The least that ZooKeeper's purging accepts. */
  private static final int SNAPSHOTS_KEPT = 3;

  private final String text;

  DataDirectory(String text) {
    this.text = text;
  }

  /** Looks, without creating anything. */
  Optional<String> problem() {
    Path path;
    try {
      path = path();
    } catch (InvalidPathException e) {
      return Optional.of(LOG.dataNotWritable(text, e.getReason()));
    }
    if (temporaryDirectories().anyMatch(real(path)::equals)) {
      return Optional.of(LOG.temporaryData(text));
    }
    Path existing = nearestExisting(path);
    if (!Files.isDirectory(existing)) {
      return Optional.of(LOG.dataNotWritable(text, existing + " is not a directory"));
    }
    return Files.isWritable(existing)
        ? Optional.empty()
        : Optional.of(LOG.dataNotWritable(text, "no permission on " + existing));
  }

  boolean isBelowTemporary() {
    Path real = real(path());
    return temporaryDirectories().anyMatch(real::startsWith);
  }

  boolean isEmpty() {
    return !Files.exists(path().resolve(LOG_DIRECTORY));
  }

  Path path() {
    return Path.of(text).toAbsolutePath().normalize();
  }

  /**
   * Makes it ready for one start of the server.
   *
   * @throws StoreException if it cannot be written, or is another voter's
   */
  void prepare(Target.Embedded ensemble) throws StoreException {
    try {
      Files.createDirectories(path());
      claim(ensemble);
      Files.writeString(path().resolve(ID_FILE), Integer.toString(ensemble.id()));
      deleteLeftovers();
      deleteUnbegunLogs();
    } catch (IOException e) {
      throw new StoreException(LOG.dataNotWritable(text, e.toString()), e);
    }
  }

  private void claim(Target.Embedded ensemble) throws IOException, StoreException {
    Path file = path().resolve(OWNER_FILE);
    String configured = describe(ensemble);
    String found = Files.exists(file) ? Files.readString(file).strip() : configured;
    if (!found.equals(configured)) {
      throw new StoreException(LOG.foreignData(text, found, configured));
    }
    Files.writeString(file, configured + System.lineSeparator());
  }

  private static String describe(Target.Embedded ensemble) {
    List<Address> voters = ensemble.voters();
    return voters.stream()
        .map(Address::toString)
        .collect(Collectors.joining(",", "voter " + ensemble.id() + " of ", ""));
  }

  /** Another embedding of ZooKeeper leaves one such file per start; they hold its passwords. */
  private void deleteLeftovers() throws IOException {
    try (var files = Files.newDirectoryStream(path(), LEFTOVERS)) {
      for (Path file : files) {
        Files.deleteIfExists(file);
      }
    }
  }

  /**
   * A crash, or a full disk, between the making of a log and its first line. ZooKeeper does not
   * start with one; it holds nothing.
   */
  private void deleteUnbegunLogs() throws IOException {
    if (isEmpty()) {
      return;
    }
    try (var logs = Files.newDirectoryStream(path().resolve(LOG_DIRECTORY), LOGS)) {
      for (Path log : logs) {
        if (Files.size(log) < LOG_HEADER_BYTES) {
          Files.delete(log);
          LOG.unbegunLog(log.toString());
        }
      }
    }
  }

  /**
   * Removes what no snapshot that is kept needs. ZooKeeper's own timer for this is never stopped
   * when a server closes, and only its code knows which files may go: transactions that were
   * dropped stay in old logs below a newer snapshot.
   */
  void purge() {
    try {
      PurgeTxnLog.purge(path().toFile(), path().toFile(), SNAPSHOTS_KEPT);
    } catch (IOException e) {
      LOG.purgeFailed(text, e.toString());
    }
  }

  private static Stream<Path> temporaryDirectories() {
    return Stream.of(System.getProperty("java.io.tmpdir", "/tmp"), "/tmp", "/var/tmp")
        .map(directory -> real(Path.of(directory).toAbsolutePath().normalize()))
        .distinct();
  }

  /** Follows symbolic links as far as the path exists. */
  private static Path real(Path path) {
    Path existing = nearestExisting(path);
    try {
      return existing.toRealPath().resolve(existing.relativize(path)).normalize();
    } catch (IOException e) {
      return path;
    }
  }

  private static Path nearestExisting(Path path) {
    Path existing = path;
    while (!Files.exists(existing) && existing.getParent() != null) {
      existing = existing.getParent();
    }
    return existing;
  }
}
