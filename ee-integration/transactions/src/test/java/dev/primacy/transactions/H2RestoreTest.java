package dev.primacy.transactions;

import java.util.UUID;
import org.h2.tools.Server;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

class H2RestoreTest extends RestoreScenario {
  private final String name = UUID.randomUUID().toString();
  private Server server;

  @BeforeEach
  void startServer() throws Exception {
    server = Server.createTcpServer("-tcpPort", "0", "-ifNotExists").start();
    start();
  }

  @AfterEach
  void stopServer() {
    end();
    server.stop();
  }

  @Override
  String url() {
    return "jdbc:h2:tcp://127.0.0.1:" + server.getPort() + "/mem:" + name + ";DB_CLOSE_DELAY=-1";
  }

  @Override
  String user() {
    return "sa";
  }
}
