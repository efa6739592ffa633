package dev.primacy.faults.history;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Everything that was seen of a run.
 *
 * @param entries those of one recorder in its order; those of different recorders in no order
 */
public record History(List<Entry> entries) {

  /** Copies the list. */
  public History {
    entries = List.copyOf(entries);
  }

  /**
   * Reads what recorders wrote. A process that was killed may have left half a line at the end,
   * which is left out: what it speaks of did not go on.
   */
  public static History read(List<Path> files) throws IOException {
    List<Entry> entries = new ArrayList<>();
    for (Path file : files) {
      String text = Files.readString(file, StandardCharsets.UTF_8);
      String whole = text.substring(0, text.lastIndexOf('\n') + 1);
      Arrays.stream(whole.split("\n"))
          .filter(line -> !line.isEmpty())
          .map(Entry::parse)
          .forEach(entries::add);
    }
    return new History(entries);
  }

  /** The calls of the client. */
  public List<Call> calls() {
    return all(Call.class);
  }

  /** What nodes let in. */
  public List<Admission> admissions() {
    return all(Admission.class);
  }

  /** What reached the resource, in its order. */
  public List<Arrival> arrivals() {
    return all(Arrival.class);
  }

  /** The role events, those of one node in the order in which they were heard. */
  public List<RoleChange> roleChanges() {
    return all(RoleChange.class);
  }

  /** What nodes knew. */
  public List<Reading> readings() {
    return all(Reading.class);
  }

  /** The faults. */
  public List<Episode> episodes() {
    return all(Episode.class);
  }

  private <T extends Entry> List<T> all(Class<T> kind) {
    return entries.stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}
