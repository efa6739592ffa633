package dev.primacy.engine.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.primacy.spi.RecordKey;
import dev.primacy.spi.RecordKind;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** An answer arrives in pieces of any size. */
class FramesTest {
  private static final byte[] ANSWER =
      ScriptedRelay.frames(
          out -> {
            ScriptedRelay.frame(out, 'S', (byte) 0, (byte) 1, (byte) '5');
            ScriptedRelay.record(out, new RecordKey(RecordKind.GROUP, "g"), "7", new byte[300]);
            ScriptedRelay.frame(out, 'E');
          });

  private final List<String> seen = new ArrayList<>();

  private Frames frames(long most) {
    return new Frames(most, (type, payload) -> seen.add(type + "" + payload.remaining()));
  }

  @Test
  void pieces_of_any_size_are_put_together() throws Exception {
    for (int size = 1; size <= ANSWER.length; size++) {
      seen.clear();
      Frames frames = frames(ANSWER.length);
      for (int from = 0; from < ANSWER.length; from += size) {
        frames.feed(ByteBuffer.wrap(ANSWER, from, Math.min(size, ANSWER.length - from)));
      }
      assertThat(seen).containsExactly("S3", "R307", "E0");
    }
  }

  @Test
  void more_than_is_believable_is_not_read() {
    assertThatThrownBy(() -> frames(ANSWER.length - 1).feed(ByteBuffer.wrap(ANSWER)))
        .isInstanceOf(Malformed.class)
        .hasMessageContaining("bytes");
  }

  @Test
  void noise_is_refused_or_waits_for_more_and_never_fails_otherwise() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int round = 0; round < 20_000; round++) {
      byte[] noise = ANSWER.clone();
      for (int i = random.nextInt(4); i >= 0; i--) {
        noise[random.nextInt(noise.length)] = (byte) random.nextInt();
      }
      try {
        new Frames(
                1_000_000,
                (type, payload) -> {
                  if (type == 'R') {
                    Frames.record(payload);
                  } else if (type == 'S') {
                    Frames.version(payload);
                  }
                })
            .feed(ByteBuffer.wrap(noise));
      } catch (Malformed refused) {
        assertThat(refused).as("seed %s", seed).hasMessageNotContaining("null");
      }
    }
  }
}
