package dev.primacy.relay;

import static dev.primacy.relay.RelayMessages.LOG;
import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;

/** Carries what followers ask to the desk. A stream of hints has a thread of its own. */
final class RelayServlet extends HttpServlet {
  @Serial private static final long serialVersionUID = 1L;

  private final transient RelayDesk desk;
  private final transient ThreadFactory threads;

  RelayServlet(RelayDesk desk, ThreadFactory threads) {
    this.desk = desk;
    this.threads = threads;
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setHeader("Cache-Control", "no-store");
    try {
      String path = Optional.ofNullable(request.getPathInfo()).orElse("/");
      Question question = desk.admit(caller(request), path.substring(1), request.getInputStream());
      if (question.asked() instanceof Question.Watch watch) {
        stream(question, watch, request.startAsync());
      } else {
        desk.answer(question, () -> begin(response));
      }
    } catch (Refused refused) {
      refuse(response, refused);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", stop);
    }
  }

  private static AnswerWriter begin(HttpServletResponse response) throws IOException {
    response.setStatus(HttpServletResponse.SC_OK);
    response.setContentType(Format.TYPE);
    return new AnswerWriter(response.getOutputStream());
  }

  private static Caller caller(HttpServletRequest request) {
    return new Caller(
        request.isSecure(),
        isLocal(request.getRemoteAddr()),
        Optional.ofNullable(request.getHeader("Authorization")),
        Optional.ofNullable(request.getContentType()));
  }

  private static boolean isLocal(String address) {
    try {
      // a literal: nothing is looked up
      return InetAddress.getByName(address).isLoopbackAddress();
    } catch (UnknownHostException strange) {
      return false;
    }
  }

  private void stream(Question question, Question.Watch watch, AsyncContext context) {
    context.setTimeout(0);
    Thread thread = threads.newThread(() -> pump(question, watch, context));
    thread.setName("primacy-relay-hints");
    thread.setDaemon(true);
    thread.start();
  }

  private void pump(Question question, Question.Watch watch, AsyncContext context) {
    try {
      desk.stream(question, watch, () -> begin((HttpServletResponse) context.getResponse()));
    } catch (IOException | IllegalStateException | RejectedExecutionException gone) {
      // the follower, or the server, which says so in ways of its own
      LOG.debugf(gone, "a stream is over");
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException broken) {
      LOG.defect(broken);
    } finally {
      complete(context);
    }
  }

  private static void complete(AsyncContext context) {
    try {
      context.complete();
    } catch (IllegalStateException | RejectedExecutionException overAlready) {
      LOG.debugf(overAlready, "the server ended a stream");
    }
  }

  private static void refuse(HttpServletResponse response, Refused refused) throws IOException {
    response.setStatus(refused.status());
    response.setHeader("Primacy-Relay", "refused");
    if (refused.status() == HttpServletResponse.SC_UNAUTHORIZED) {
      response.setHeader("WWW-Authenticate", "Bearer");
    }
    response.setContentType("application/problem+json");
    byte[] body = Problem.of(refused).getBytes(UTF_8);
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
