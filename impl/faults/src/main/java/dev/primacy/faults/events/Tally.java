package dev.primacy.faults.events;

import jakarta.json.Json;
import jakarta.json.JsonObject;

/** What was heard of one node in one run. One thread at a time. */
final class Tally {
  private int count;
  private int disorder;
  private int last;

  void add(int number) {
    count++;
    if (number != last + 1) {
      disorder++;
    }
    last = number;
  }

  JsonObject json() {
    return Json.createObjectBuilder()
        .add("count", count)
        .add("disorder", disorder)
        .add("last", last)
        .build();
  }
}
