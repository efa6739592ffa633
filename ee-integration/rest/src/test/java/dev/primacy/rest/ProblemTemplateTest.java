package dev.primacy.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemTemplateTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"/orders", "/", "", "/a%20b", "/grüße", "/\"", "/\\", "/\u0000\n\t", "/𝄞"})
  void any_path_comes_back_as_it_was(String path) {
    ProblemTemplate template = ProblemTemplate.of("{\"a\":\"é\",\"instance\":\"\",\"b\":null}");
    JsonObject read = read(template.with(path));
    assertThat(read.getString("instance")).isEqualTo(path);
    assertThat(read.getString("a")).isEqualTo("é");
    assertThat(read.isNull("b")).isTrue();
  }

  @Test
  void a_text_that_looks_like_the_member_is_left_alone() {
    String text = "\"instance\":\"\"";
    String document =
        Json.createObjectBuilder().add("detail", text).add("instance", "").build().toString();
    JsonObject read = read(ProblemTemplate.of(document).with("/orders"));
    assertThat(read.getString("detail")).isEqualTo(text);
    assertThat(read.getString("instance")).isEqualTo("/orders");
  }

  @Test
  void a_document_without_the_member_is_refused() {
    assertThatIllegalArgumentException().isThrownBy(() -> ProblemTemplate.of("{}"));
  }

  private static JsonObject read(byte[] document) {
    try (JsonReader reader =
        Json.createReader(
            new InputStreamReader(new ByteArrayInputStream(document), StandardCharsets.UTF_8))) {
      return reader.readObject();
    }
  }
}
