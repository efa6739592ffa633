package dev.primacy.project;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.List;

/** JSON of a page. */
final class JsonBlock {
  private JsonBlock() {}

  static List<String> problems(String text) {
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      reader.readValue();
      return List.of();
    } catch (JsonException e) {
      return List.of(String.valueOf(e.getMessage()));
    }
  }
}
