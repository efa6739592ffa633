package dev.primacy.admin;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * Sends one feed, never waiting for whoever listens. Everything here runs on the one thread of the
 * streams, so no two of them write at once.
 */
final class StreamWriter implements WriteListener, AsyncListener {
  private final EventFeed feed;
  private final AsyncContext context;
  private final ServletOutputStream out;
  private final Executor thread;
  private final Runnable gone;

  // both by the thread of the streams only
  private boolean unflushed;
  private boolean finished;

  /**
   * Makes the writer of a stream that was begun.
   *
   * @param feed what to send
   * @param context the request
   * @param out its answer
   * @param thread the thread of the streams
   * @param gone told once when it is over
   */
  StreamWriter(
      EventFeed feed,
      AsyncContext context,
      ServletOutputStream out,
      Executor thread,
      Runnable gone) {
    this.feed = feed;
    this.context = context;
    this.out = out;
    this.thread = thread;
    this.gone = gone;
  }

  /** From now on news is sent. */
  void begin() {
    context.addListener(this);
    out.setWriteListener(this);
    feed.onNews(this::wake);
  }

  @Override
  public void onWritePossible() {
    wake();
  }

  private void wake() {
    try {
      thread.execute(this::send);
    } catch (RejectedExecutionException stopped) {
      feed.close();
    }
  }

  private void send() {
    try {
      while (!finished && out.isReady()) {
        Optional<String> frame = feed.next();
        if (frame.isPresent()) {
          out.write(frame.get().getBytes(UTF_8));
          unflushed = true;
        } else if (unflushed) {
          unflushed = false;
          out.flush();
        } else {
          break;
        }
      }
    } catch (IOException | IllegalStateException disconnected) {
      finish();
    }
    if (feed.isOver()) {
      finish();
    }
  }

  /** Ends the answer; also when nobody takes it any more. */
  void finish() {
    if (!finished) {
      finished = true;
      feed.close();
      gone.run();
      complete();
    }
  }

  private void complete() {
    try {
      context.complete();
    } catch (IllegalStateException completedAlready) {
      finished = true;
    }
  }

  private void finishLater() {
    try {
      thread.execute(this::finish);
    } catch (RejectedExecutionException stopped) {
      feed.close();
    }
  }

  @Override
  public void onError(Throwable disconnected) {
    finishLater();
  }

  @Override
  public void onComplete(AsyncEvent event) {
    finishLater();
  }

  @Override
  public void onTimeout(AsyncEvent event) {
    finishLater();
  }

  @Override
  public void onError(AsyncEvent event) {
    finishLater();
  }

  @Override
  public void onStartAsync(AsyncEvent event) {
    finishLater(); // nobody starts it again
  }
}
