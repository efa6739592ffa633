package dev.primacy.messenger.jgroups;

import java.net.InetAddress;
import org.jgroups.blocks.cs.NioServer;
import org.jgroups.conf.ClassConfigurator;
import org.jgroups.protocols.FD_SOCK2;
import org.jgroups.util.DefaultSocketFactory;

/** Notices deaths by closed connections; its threads are the application's. */
final class FailureSocket extends FD_SOCK2 {
  FailureSocket(InetAddress bind, int distance) {
    setId(ClassConfigurator.getProtocolId(FD_SOCK2.class));
    setBindAddress(bind);
    setOffset(distance);
    setPortRange(0);
  }

  @Override
  protected NioServer createServer(int[] ports) {
    try {
      return new NioServer(
          getThreadFactory(),
          new DefaultSocketFactory(),
          getBindAddress(),
          ports[0],
          ports[0],
          null,
          0,
          0);
    } catch (Exception e) {
      throw new IllegalStateException("port " + ports[0] + ": " + e.getMessage(), e);
    }
  }
}
