package dev.primacy.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.primacy.core.messaging.UndecodableException;
import dev.primacy.event.EnvelopedEvent;
import dev.primacy.json.Samples.Everything;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Bodies that nobody of good will would send. */
class HostileBodiesTest {
  private static final int CASES = 100_000;

  /** What makes trouble for readers, put where other bytes were. */
  private static final List<String> SPLINTERS =
      List.of(
          "1e999999999",
          "-1e-999999999",
          "9".repeat(2_500),
          "\"\\ud800\"",
          "\\u0000",
          "{\"a\":1,\"a\":1}",
          "[".repeat(2_000),
          "{\"a\":".repeat(500),
          "null",
          "\"",
          "\\",
          "NaN",
          "true",
          "\u0000",
          "\u00ff\u2028");

  private final JsonEventCodec codec = new JsonEventCodec();
  private final long seed = new Random().nextLong();
  private final Random random = new Random(seed);
  private int decoded;
  private int refused;

  @Test
  @Timeout(value = 60, unit = TimeUnit.SECONDS)
  @DisplayName("T5: absurd bodies are undecodable, and nothing else happens")
  void absurd_bodies_are_undecodable_and_nothing_else_happens() {
    byte[] valid = codec.encode(Samples.everything());
    for (int i = 0; i < CASES; i++) {
      receive(i % 10 == 0 ? noise() : mutated(valid));
    }
    assertThat(refused).as("refused, with seed %d", seed).isGreaterThan(CASES / 2);
    assertThat(decoded).as("decoded, with seed %d", seed).isPositive();
  }

  private void receive(byte[] body) {
    try {
      // one that is still an event is an event, and can be sent on
      EnvelopedEvent event = codec.decode(Everything.class, body);
      codec.encode(event);
      decoded++;
    } catch (UndecodableException absurd) {
      refused++;
      if (!String.valueOf(absurd.getMessage()).matches("PRIMACY-14\\d\\d: [ -~]{1,600}")) {
        fail("seed %d: the message repeats what came: %s", seed, absurd.getMessage());
      }
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError wrong) {
      fail("seed " + seed + ": " + new String(body, StandardCharsets.ISO_8859_1), wrong);
    }
  }

  private byte[] noise() {
    byte[] body = new byte[random.nextInt(random.nextInt(100) == 0 ? 70_000 : 200)];
    random.nextBytes(body);
    return body;
  }

  private byte[] mutated(byte[] valid) {
    byte[] body = valid.clone();
    for (int times = 1 + random.nextInt(3); times > 0 && body.length > 0; times--) {
      body = changed(body);
    }
    return body;
  }

  private byte[] changed(byte[] body) {
    int at = random.nextInt(body.length);
    return switch (random.nextInt(5)) {
      case 0 -> Arrays.copyOf(body, at);
      case 1 -> with(body, at, new byte[] {(byte) random.nextInt(256)}, 1);
      case 2 -> with(body, at, new byte[0], 1 + random.nextInt(20));
      case 3 -> with(body, at, splinter(), random.nextInt(4));
      default -> twice(body, at);
    };
  }

  private byte[] splinter() {
    return SPLINTERS.get(random.nextInt(SPLINTERS.size())).getBytes(StandardCharsets.UTF_8);
  }

  private byte[] twice(byte[] body, int at) {
    int length = Math.min(body.length - at, random.nextInt(60));
    return with(body, at, Arrays.copyOfRange(body, at, at + length), 0);
  }

  private static byte[] with(byte[] body, int at, byte[] replacement, int replaced) {
    int rest = Math.min(body.length, at + replaced);
    byte[] changed = new byte[at + replacement.length + body.length - rest];
    System.arraycopy(body, 0, changed, 0, at);
    System.arraycopy(replacement, 0, changed, at, replacement.length);
    System.arraycopy(body, rest, changed, at + replacement.length, body.length - rest);
    return changed;
  }
}
