package dev.primacy.messenger.jgroups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.primacy.spi.Message;
import dev.primacy.spi.RecordKey;
import dev.primacy.spi.RecordKind;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class FramesTest {
  private static final int ROUNDS = 20_000;
  private static final Message MESSAGE =
      new Message("01J00000000000000000000000", new UUID(1, 2), 7001, new byte[] {1, 2, 3});

  @Test
  void each_kind_is_read_as_it_was_written() throws Malformed {
    Map<String, UUID> assigned = Map.of("jobs", new UUID(3, 4));
    Frame.Published read =
        (Frame.Published) decoded(Frames.encode(new Frame.Published(MESSAGE, assigned)));
    assertThat(read.assigned()).isEqualTo(assigned);
    assertThat(read.message()).usingRecursiveComparison().isEqualTo(MESSAGE);
    Frame hinted = new Frame.Hinted(List.of(new RecordKey(RecordKind.GROUP, "örders")));
    assertThat(decoded(Frames.encode(hinted))).isEqualTo(hinted);
    Frame announced = new Frame.Announced(Set.of("jobs", "audit"));
    assertThat(decoded(Frames.encode(announced))).isEqualTo(announced);
  }

  @Test
  @DisplayName("T5 another version, an unknown kind and absurd lengths are malformed")
  void another_version_an_unknown_kind_and_absurd_lengths_are_malformed() {
    byte[] sound = Frames.encode(new Frame.Published(MESSAGE, Map.of()));
    malformed(changed(sound, 0, 2), "version 2");
    malformed(changed(sound, 1, 9), "kind 9");
    malformed(changed(sound, 2, 0xff), "a length of");
    int length = sound.length - 7;
    malformed(changed(sound, length, 0x80), "a length of -");
    malformed(changed(sound, length, 0x7f), "a length of");
    malformed(changed(sound, length + 3, 2), "bytes after the end");
    malformed(new byte[] {Frames.VERSION, 3, (byte) 0xff, (byte) 0xff}, "a count of 65535");
    malformed(new byte[0], "an end too early");
  }

  @Test
  @DisplayName("T5 whatever bytes come, they are a frame or malformed, and nothing else happens")
  void whatever_bytes_come_they_are_a_frame_or_malformed() {
    long seed = ThreadLocalRandom.current().nextLong();
    Random random = new Random(seed);
    byte[] sound = Frames.encode(new Frame.Published(MESSAGE, Map.of("jobs", new UUID(3, 4))));
    int refused = 0;
    for (int i = 0; i < ROUNDS; i++) {
      refused += isRefused(mutated(sound, random), seed) ? 1 : 0;
    }
    assertThat(refused).as("of seed " + seed).isBetween(1, ROUNDS - 1);
  }

  private static boolean isRefused(byte[] bytes, long seed) {
    try {
      return decoded(bytes) == null;
    } catch (Malformed expected) {
      return true;
    } catch (RuntimeException e) {
      throw new AssertionError("of seed " + seed, e);
    }
  }

  private static byte[] mutated(byte[] sound, Random random) {
    byte[] bytes = java.util.Arrays.copyOf(sound, random.nextInt(sound.length * 2));
    for (int i = random.nextInt(4); i > 0 && bytes.length > 0; i--) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
    }
    return random.nextInt(4) == 0 ? changed(sound, random.nextInt(sound.length), 3) : bytes;
  }

  private static byte[] changed(byte[] bytes, int at, int value) {
    byte[] changed = bytes.clone();
    changed[at] = (byte) value;
    return changed;
  }

  private static void malformed(byte[] bytes, String why) {
    assertThatExceptionOfType(Malformed.class)
        .isThrownBy(() -> decoded(bytes))
        .withMessageContaining(why);
  }

  private static Frame decoded(byte[] bytes) throws Malformed {
    return Frames.decode(bytes, 0, bytes.length);
  }
}
