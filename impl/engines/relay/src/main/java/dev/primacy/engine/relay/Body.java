package dev.primacy.engine.relay;

import static dev.primacy.engine.relay.Messages.LOG;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.primacy.spi.StoreException;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the body of one response, a piece at a time and no more of it than is believable: frames if
 * it is an answer, the beginning of a reason if it is anything else.
 */
final class Body implements HttpResponse.BodySubscriber<Boolean> {
  static final String TYPE = "application/vnd.primacy.relay";
  private static final int OK = 200;
  private static final int FORBIDDEN = 403;
  private static final int LONGEST_REASON = 4_096;
  private static final Pattern DETAIL = Pattern.compile("\"detail\":\"((?:[^\"\\\\]|\\\\.)*)\"");

  private final String relay;
  private final HttpResponse.ResponseInfo info;
  private final Answer answer;
  private final @Nullable Frames frames;
  private final ByteArrayOutputStream reason = new ByteArrayOutputStream();
  private final CompletableFuture<Boolean> done = new CompletableFuture<>();

  // written once, by the client's thread that subscribes, before any other call
  private volatile Flow.@Nullable Subscription subscription;

  // written by the client's threads, and by whoever gives up
  private volatile boolean over;

  Body(URI relay, HttpResponse.ResponseInfo info, Answer answer) {
    this.relay = relay.toString();
    this.info = info;
    this.answer = answer;
    frames = isAnswer(info) ? new Frames(answer.most(), answer) : null;
  }

  private static String type(HttpResponse.ResponseInfo info) {
    return info.headers().firstValue("Content-Type").orElse("");
  }

  private static boolean isAnswer(HttpResponse.ResponseInfo info) {
    return info.statusCode() == OK && type(info).toLowerCase(Locale.ROOT).startsWith(TYPE);
  }

  @Override
  public CompletionStage<Boolean> getBody() {
    return done;
  }

  @Override
  public void onSubscribe(Flow.Subscription to) {
    subscription = to;
    if (over) {
      to.cancel();
    } else {
      to.request(1);
    }
  }

  /** Nobody waits for the rest any more: the connection it comes by ends. */
  void giveUp() {
    over = true;
    Flow.Subscription from = subscription;
    if (from != null) {
      from.cancel();
    }
    done.complete(false);
  }

  @Override
  public void onNext(List<ByteBuffer> pieces) {
    Flow.Subscription from = subscription;
    if (over || from == null) {
      return;
    }
    try {
      for (ByteBuffer piece : pieces) {
        take(piece);
      }
      if (reason.size() >= LONGEST_REASON) {
        end(from);
      } else {
        from.request(1);
      }
    } catch (Malformed absurd) {
      over = true;
      from.cancel();
      answer.broken(new StoreException(message(absurd), absurd));
      done.complete(false);
    }
  }

  private void take(ByteBuffer piece) throws Malformed {
    if (frames != null) {
      frames.feed(piece);
    } else {
      byte[] bytes = new byte[Math.min(piece.remaining(), LONGEST_REASON - reason.size())];
      piece.get(bytes);
      reason.writeBytes(bytes);
    }
  }

  private String message(Malformed absurd) {
    return absurd.version() == 0
        ? LOG.malformed(relay, String.valueOf(absurd.getMessage()))
        : LOG.otherVersion(relay, absurd.version(), Frames.VERSION);
  }

  /** The rest of it is of no interest. */
  private void end(Flow.Subscription from) {
    from.cancel();
    onComplete();
  }

  @Override
  public void onError(Throwable failure) {
    if (!over) {
      over = true;
      answer.broken(failure);
      done.complete(false);
    }
  }

  @Override
  public void onComplete() {
    if (over) {
      return;
    }
    over = true;
    if (frames != null) {
      answer.broken(new StoreException(LOG.malformed(relay, "it is cut off")));
    } else {
      refuse();
    }
    done.complete(true);
  }

  /** Only a relay says for sure that nothing was done; what stands in between may say anything. */
  private void refuse() {
    int status = info.statusCode();
    if (info.headers().firstValue("Primacy-Relay").filter("refused"::equals).isPresent()) {
      answer.refused(new StoreException(LOG.refused(relay, status, detail())), status != FORBIDDEN);
    } else {
      answer.broken(new StoreException(LOG.noRelay(relay, status, Frames.shown(type(info)))));
    }
  }

  private String detail() {
    String text = reason.toString(UTF_8);
    Matcher found = DETAIL.matcher(text);
    return Frames.shown(found.find() ? found.group(1).replaceAll("\\\\(.)", "$1") : text);
  }
}
