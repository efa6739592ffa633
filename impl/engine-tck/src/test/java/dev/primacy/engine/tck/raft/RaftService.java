package dev.primacy.engine.tck.raft;

import dev.primacy.engine.tck.Ability;
import dev.primacy.engine.tck.Replica;
import dev.primacy.engine.tck.StoreService;
import dev.primacy.spi.Engine;
import dev.primacy.spi.EngineContext;
import dev.primacy.spi.RecordStore;
import dev.primacy.spi.SettingDescription;
import dev.primacy.spi.SettingType;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Three voters in this JVM. */
final class RaftService implements StoreService, Engine {
  private static final String AT = "primacy.raft.at";

  private final List<Integer> ports = new ArrayList<>();
  private final List<RaftReplica> replicas = new ArrayList<>();
  private final Path disks;

  RaftService() throws IOException {
    disks = Files.createTempDirectory(Files.createDirectories(Path.of("target", "raft")), "disks");
    while (ports.size() < 3) {
      ports.add(freePort());
    }
    for (int i = 0; i < ports.size(); i++) {
      replicas.add(new RaftReplica(i, ports, disks.toAbsolutePath()));
    }
  }

  /** One for the members, and the one a hundred above it for their failure detection. */
  private int freePort() throws IOException {
    while (true) {
      try (ServerSocket one = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
          ServerSocket other =
              new ServerSocket(
                  (one.getLocalPort() + 100) % 65_536, 1, InetAddress.getLoopbackAddress())) {
        if (!ports.contains(one.getLocalPort()) && other.isBound()) {
          return one.getLocalPort();
        }
      } catch (IOException taken) {
        // another one
      }
    }
  }

  @Override
  public String name() {
    return "raft";
  }

  @Override
  public Engine engine() {
    return this;
  }

  @Override
  public List<SettingDescription> settings() {
    return List.of(
        new SettingDescription(AT, SettingType.TEXT, Optional.empty(), "The voter's port."));
  }

  @Override
  public RecordStore open(EngineContext context) {
    int port = Integer.parseInt(context.setting(AT).orElseThrow());
    return new RaftStore(
        replicas.get(ports.indexOf(port)), context.cluster(), context.requestTimeout());
  }

  @Override
  public List<InetSocketAddress> start() throws Exception {
    for (RaftReplica replica : replicas) {
      replica.start();
    }
    return ports.stream()
        .map(port -> new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
        .toList();
  }

  @Override
  public void stop() throws Exception {
    for (RaftReplica replica : replicas) {
      replica.kill();
    }
  }

  @Override
  public Map<String, String> settings(String node, List<InetSocketAddress> through) {
    return Map.of(AT, Integer.toString(through.get(0).getPort()));
  }

  @Override
  public Map<Ability, String> cannot() {
    String why = "Each node is attached to the voter in its own JVM.";
    return Map.of(Ability.WIRE, why, Ability.DISK, why);
  }

  @Override
  public List<? extends Replica> replicas() {
    return replicas;
  }

  @Override
  public void close() throws Exception {
    stop();
    List<Path> files;
    try (Stream<Path> walk = Files.walk(disks)) {
      files = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : files) {
      Files.delete(file);
    }
  }
}
