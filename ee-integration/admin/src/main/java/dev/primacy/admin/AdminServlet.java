package dev.primacy.admin;

import static dev.primacy.admin.AdminMessages.TEXT;
import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The front, in a servlet. */
final class AdminServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  private final transient Front front;
  private final transient Streams streams;
  private final String role;

  AdminServlet(Front front, Streams streams, String role) {
    this.front = front;
    this.streams = streams;
    this.role = role;
  }

  @Override
  protected void service(HttpServletRequest asked, HttpServletResponse given) throws IOException {
    // whatever goes wrong, nobody keeps it, and nobody guesses what it is
    given.setHeader("Cache-Control", "no-store");
    given.setHeader("X-Content-Type-Options", "nosniff");
    Outcome outcome = outcome(asked);
    if (outcome instanceof Answer answer) {
      send(answer, asked, given);
    } else if (outcome instanceof Listening listening) {
      stream(listening.feed(), asked, given);
    }
  }

  private Outcome outcome(HttpServletRequest asked) throws IOException {
    try {
      return front.handle(ServletRequests.read(asked, role));
    } catch (Problem tooLong) {
      return tooLong.answer("");
    }
  }

  private static void send(Answer answer, HttpServletRequest asked, HttpServletResponse given)
      throws IOException {
    byte[] body = answer.body().getBytes(UTF_8);
    given.setStatus(answer.status());
    given.setContentType(answer.type());
    answer.headers().forEach(given::setHeader);
    given.setContentLength(body.length);
    if (!asked.getMethod().equals("HEAD")) {
      given.getOutputStream().write(body);
    }
  }

  private void stream(EventFeed feed, HttpServletRequest asked, HttpServletResponse given)
      throws IOException {
    if (!asked.isAsyncSupported()) {
      feed.close();
      send(Problem.of(503, TEXT.notAsynchronous()).answer(""), asked, given);
      return;
    }
    given.setContentType("text/event-stream;charset=utf-8");
    given.setHeader("X-Accel-Buffering", "no"); // a proxy that collects would show nothing
    AsyncContext context = asked.startAsync();
    context.setTimeout(0);
    streams.begin(feed, context);
  }
}
