package dev.primacy.json;

import static dev.primacy.json.JsonMessages.TEXT;

import dev.primacy.core.messaging.EventCodec;
import dev.primacy.core.messaging.EventShape;
import dev.primacy.core.messaging.UndecodableException;
import dev.primacy.event.EnvelopedEvent;
import dev.primacy.spi.Message;
import jakarta.json.JsonException;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonGenerator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Events as JSON, whichever implementation of Jakarta JSON Processing is there. Safe on any thread.
 *
 * @since 0.1
 */
public final class JsonEventCodec implements EventCodec {
  /** Found when it is needed: to look for it is costly, and to miss it no problem before that. */
  private volatile @Nullable JsonProvider found;

  /** Made by the service loader. */
  public JsonEventCodec() {}

  private JsonProvider provider() {
    JsonProvider known = found;
    if (known == null) {
      known = JsonProvider.provider();
      found = known;
    }
    return known;
  }

  @Override
  public byte[] encode(EnvelopedEvent event) {
    Body body = new Body();
    try {
      JsonGenerator out = provider().createGenerator(body);
      EventForm.of(event.getClass()).write(new Sheet(out), event);
      out.close();
      return body.toBytes();
    } catch (UnfitException unfit) {
      throw unfit(event, String.valueOf(unfit.getMessage()), unfit);
    } catch (JsonException failed) {
      throw unfit(event, why(body, failed), failed);
    }
  }

  private static String why(Body body, JsonException failed) {
    return body.isFull()
        ? "it has more than " + Limits.BYTES + " bytes"
        : String.valueOf(failed.getMessage());
  }

  private static IllegalArgumentException unfit(
      EnvelopedEvent event, String problem, Exception cause) {
    return new IllegalArgumentException(
        TEXT.notEncodable(event.getClass().getName(), problem), cause);
  }

  @Override
  public <E extends EnvelopedEvent> E decode(Class<E> type, byte[] body)
      throws UndecodableException {
    try {
      return decoded(type, body);
    } catch (UnfitException unfit) {
      throw undecodable(type, String.valueOf(unfit.getMessage()));
    } catch (RuntimeException unexpected) {
      // parsers and records throw what they like, and none of it may reach whoever receives
      throw undecodable(type, unexpected.toString());
    }
  }

  private <E extends EnvelopedEvent> E decoded(Class<E> type, byte[] body)
      throws UnfitException, UndecodableException {
    if (body.length > Message.MAX_BODY_BYTES) {
      throw new UnfitException("it has more than " + Message.MAX_BODY_BYTES + " bytes");
    }
    EventForm<E> form = EventForm.of(type);
    Map<String, Object> members = Members.of(JsonReading.read(provider(), body));
    String other = form.otherThanThis(members);
    if (other != null) {
      throw new UndecodableException(other);
    }
    return form.read(members);
  }

  /** Without a cause: what was thrown may repeat what was received, as it was. */
  private static UndecodableException undecodable(Class<?> type, String problem) {
    return new UndecodableException(TEXT.notDecodable(type.getName(), Quoted.of(problem)));
  }

  @Override
  public List<String> problems(Class<? extends EnvelopedEvent> type) {
    if (EventShape.problem(type).isPresent()) {
      // said already, by whoever looks at types first
      return List.of();
    }
    List<String> unfit =
        EventForm.of(type).refusals().stream()
            .map(part -> TEXT.noForm(type.getName(), part.where(), part.type()))
            .toList();
    return unfit.isEmpty() ? providerProblem() : unfit;
  }

  private List<String> providerProblem() {
    try {
      provider();
      return List.of();
    } catch (JsonException missing) {
      return List.of(TEXT.noProvider());
    }
  }
}
