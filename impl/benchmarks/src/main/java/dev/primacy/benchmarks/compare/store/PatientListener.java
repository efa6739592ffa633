package dev.primacy.benchmarks.compare.store;

import io.fabric8.mockwebserver.http.Response;
import io.fabric8.mockwebserver.http.WebSocket;
import io.fabric8.mockwebserver.http.WebSocketListener;

/**
 * The imitation waits for events under way when a watch ends, on the one thread that sends them:
 * for half a minute nothing would be answered. So it waits on another one. And it ends what sends
 * them before it forgets the watch: a write that came in between would fail in the middle and never
 * be answered. So none comes.
 */
final class PatientListener extends WebSocketListener {
  private final WebSocketListener listener;
  private final Object writes;

  /**
   * @param writes the monitor under which writes are done
   */
  PatientListener(WebSocketListener listener, Object writes) {
    this.listener = listener;
    this.writes = writes;
  }

  @Override
  public void onOpen(WebSocket socket, Response response) {
    listener.onOpen(socket, response);
  }

  @Override
  public void onClosing(WebSocket socket, int code, String reason) {
    listener.onClosing(socket, code, reason);
  }

  @Override
  public void onClosed(WebSocket socket, int code, String reason) {
    end(() -> listener.onClosed(socket, code, reason));
  }

  @Override
  public void onFailure(WebSocket socket, Throwable failure, Response response) {
    end(() -> listener.onFailure(socket, failure, response));
  }

  private void end(Runnable task) {
    Thread thread = new Thread(() -> alone(task), "end-of-watch");
    thread.setDaemon(true);
    thread.start();
  }

  private void alone(Runnable task) {
    synchronized (writes) {
      task.run();
    }
  }
}
