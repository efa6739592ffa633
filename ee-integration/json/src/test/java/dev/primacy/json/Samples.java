package dev.primacy.json;

import dev.primacy.NodeId;
import dev.primacy.event.ApplicationEvent;
import dev.primacy.event.EventEnvelope;
import dev.primacy.event.EventId;
import dev.primacy.event.EventStamp;
import dev.primacy.event.EventStatus;
import dev.primacy.event.LifecycleState;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Events of an application that uses all that an event may have. */
final class Samples {
  static final NodeId NODE =
      new NodeId("n1", UUID.fromString("01234567-89ab-cdef-0123-456789abcdef"));
  static final EventEnvelope ENVELOPE =
      EventEnvelope.of("shop.berlin")
          .withOriginType("shop")
          .withSubType("sale")
          .withName("Winter \"sale\"")
          .withDescription("line one\nline two\t\u0001 \u00e9 \ud83d\ude00 \u2028")
          .withStatus(EventStatus.CACHED)
          .withActor("alice")
          .withOccurredAt(Instant.parse("2026-03-01T10:15:30.123456789Z"))
          .withStamp(
              new EventStamp(
                  "01J00000000000000000000001",
                  NODE,
                  Long.MAX_VALUE,
                  Instant.parse("2026-03-01T10:15:31Z")));

  /** Of a tree. */
  record Branch(String name, List<Branch> branches) {}

  record Price(BigDecimal amount, String currency) {}

  @EventId(10_001)
  record Small(String article, int left, EventEnvelope envelope) implements ApplicationEvent {}

  @EventId(10_002)
  record Everything(
      EventEnvelope envelope,
      String text,
      boolean truth,
      Boolean otherTruth,
      byte tiny,
      short few,
      int some,
      Long many,
      float rough,
      double finer,
      BigInteger huge,
      BigDecimal exact,
      LifecycleState state,
      Instant when,
      Duration howLong,
      UUID uuid,
      URI link,
      NodeId node,
      Price price,
      Branch tree,
      Optional<String> note,
      Optional<Price> oldPrice,
      List<Integer> numbers,
      Set<String> tags,
      Map<String, List<Optional<Duration>>> times)
      implements ApplicationEvent {}

  /** As an older or newer version of an application has it: all that can be left out. */
  @EventId(10_003)
  record Lenient(
      EventEnvelope envelope,
      String text,
      boolean truth,
      int number,
      double finer,
      BigDecimal exact,
      Duration howLong,
      Optional<Price> price,
      List<String> list,
      Set<String> set,
      Map<String, Integer> map)
      implements ApplicationEvent {}

  @EventId(10_004)
  record Demanding(EventEnvelope envelope, LifecycleState state) implements ApplicationEvent {}

  @EventId(10_005)
  record Choosy(EventEnvelope envelope, int left) implements ApplicationEvent {
    Choosy {
      if (left < 0) {
        throw new IllegalArgumentException("less than nothing is left\u0007");
      }
    }
  }

  private Samples() {}

  static Small small() {
    return new Small("chair", 3, ENVELOPE);
  }

  static Everything everything() {
    return new Everything(
        ENVELOPE,
        "\u0000\u001f\"\\/\u007f\uffff",
        true,
        false,
        Byte.MIN_VALUE,
        Short.MAX_VALUE,
        Integer.MIN_VALUE,
        Long.MIN_VALUE,
        -0.0f,
        Double.MIN_VALUE,
        BigInteger.TWO.pow(200).negate(),
        new BigDecimal("1E+3"),
        LifecycleState.READY,
        Instant.MAX,
        Duration.ofSeconds(Long.MIN_VALUE),
        UUID.fromString("00000000-0000-0001-0000-000000000002"),
        URI.create("https://example.org/a?b=%20c#d"),
        NODE,
        new Price(new BigDecimal("12.50"), "EUR"),
        new Branch("root", List.of(new Branch("left", List.of()), new Branch("", List.of()))),
        Optional.of(""),
        Optional.empty(),
        List.of(1, -2, 0),
        new LinkedHashSet<>(List.of("z", "a")),
        Map.of("", List.of(Optional.of(Duration.ofNanos(1)), Optional.empty())));
  }
}
