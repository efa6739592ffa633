package dev.primacy.engine.tck;

import dev.primacy.spi.Engine;
import dev.primacy.spi.EngineContext;
import dev.primacy.spi.RecordStore;
import dev.primacy.spi.SettingDescription;
import dev.primacy.spi.SettingType;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A server of registers in this JVM and an engine for it: what the wire's tests are tried on. */
class TcpService implements StoreService, Engine {
  private static final String AT = "primacy.tcp.at";

  private final TcpServer server = new TcpServer();
  private final TcpFault fault;

  TcpService(TcpFault fault) {
    this.fault = fault;
  }

  @Override
  public String name() {
    return "registers over TCP";
  }

  @Override
  public Engine engine() {
    return this;
  }

  @Override
  public List<SettingDescription> settings() {
    return List.of(
        new SettingDescription(AT, SettingType.TEXT, Optional.empty(), "The server's port."));
  }

  @Override
  public RecordStore open(EngineContext context) {
    int port = Integer.parseInt(context.setting(AT).orElseThrow());
    return new TcpStore(
        new InetSocketAddress(InetAddress.getLoopbackAddress(), port), context, fault);
  }

  @Override
  public List<InetSocketAddress> start() throws IOException {
    return List.of(server.start(fault));
  }

  @Override
  public void stop() throws IOException {
    server.stop();
  }

  @Override
  public Map<String, String> settings(String node, List<InetSocketAddress> through) {
    return Map.of("primacy.engine", "tcp", AT, Integer.toString(through.get(0).getPort()));
  }

  @Override
  public Map<Ability, String> cannot() {
    return Map.of(Ability.REPLICAS, "It is one server.");
  }

  @Override
  public void fillDisk() {
    server.setFull(true);
  }

  @Override
  public void freeDisk() {
    server.setFull(false);
  }

  @Override
  public void close() throws IOException {
    stop();
  }
}
