package dev.primacy.relay;

import io.undertow.Undertow;
import io.undertow.server.handlers.PathHandler;
import io.undertow.servlet.Servlets;
import io.undertow.servlet.api.DeploymentInfo;
import io.undertow.servlet.api.DeploymentManager;
import io.undertow.servlet.api.ListenerInfo;
import io.undertow.servlet.util.ImmediateInstanceFactory;
import jakarta.servlet.Servlet;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.ServletException;
import java.net.InetSocketAddress;
import java.util.concurrent.CountDownLatch;

/** A servlet container on 127.0.0.1, the one of the demo's light node. */
final class WebServer implements AutoCloseable {
  private static final int WORKERS = 12;

  private final DeploymentManager manager;
  private final Undertow server;

  private WebServer(DeploymentInfo application, int port) throws ServletException {
    manager =
        Servlets.newContainer()
            .addDeployment(
                application
                    .setClassLoader(WebServer.class.getClassLoader())
                    .setDeploymentName("relay")
                    .setContextPath("/"));
    manager.deploy();
    server =
        Undertow.builder()
            .addHttpListener(port, "127.0.0.1")
            .setHandler(new PathHandler(manager.start()))
            .setIoThreads(2)
            .setWorkerThreads(WORKERS)
            .build();
    server.start();
    startWorkers();
  }

  /** All there will be, so that none that comes later looks like a leak of somebody else's. */
  private void startWorkers() {
    CountDownLatch all = new CountDownLatch(WORKERS);
    for (int i = 0; i < WORKERS; i++) {
      server.getWorker().execute(() -> meet(all));
    }
    meet(all);
  }

  private static void meet(CountDownLatch all) {
    all.countDown();
    try {
      all.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** With a servlet at /relay. */
  static WebServer of(Servlet servlet, int port) throws ServletException {
    return new WebServer(
        Servlets.deployment()
            .addServlet(
                Servlets.servlet(
                        "relay", servlet.getClass(), new ImmediateInstanceFactory<>(servlet))
                    .setAsyncSupported(true)
                    .addMapping("/relay/*")),
        port);
  }

  /** With what a web fragment would bring. */
  static WebServer of(ServletContextListener listener) throws ServletException {
    return new WebServer(
        Servlets.deployment()
            .addListener(
                new ListenerInfo(listener.getClass(), new ImmediateInstanceFactory<>(listener))),
        0);
  }

  InetSocketAddress address() {
    return (InetSocketAddress) server.getListenerInfo().get(0).getAddress();
  }

  String url(String path) {
    return "http://127.0.0.1:" + address().getPort() + path;
  }

  @Override
  public void close() throws ServletException {
    server.stop();
    manager.stop();
    manager.undeploy();
  }
}
