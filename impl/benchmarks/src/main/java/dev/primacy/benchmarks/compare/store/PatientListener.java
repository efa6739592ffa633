package dev.primacy.benchmarks.compare.store;

import io.fabric8.mockwebserver.http.Response;
import io.fabric8.mockwebserver.http.WebSocket;
import io.fabric8.mockwebserver.http.WebSocketListener;

/**
 * The imitation waits for events under way when a watch ends, on the one thread that sends them:
 * for half a minute nothing would be answered. So it waits on another one.
 */
final class PatientListener extends WebSocketListener {
  private final WebSocketListener listener;

  PatientListener(WebSocketListener listener) {
    this.listener = listener;
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
    elsewhere(() -> listener.onClosed(socket, code, reason));
  }

  @Override
  public void onFailure(WebSocket socket, Throwable failure, Response response) {
    elsewhere(() -> listener.onFailure(socket, failure, response));
  }

  private static void elsewhere(Runnable task) {
    Thread thread = new Thread(task, "end-of-watch");
    thread.setDaemon(true);
    thread.start();
  }
}
