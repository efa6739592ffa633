package dev.primacy.messenger.jgroups;

import dev.primacy.spi.EngineContext;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jgroups.JChannel;
import org.jgroups.protocols.FD_ALL3;
import org.jgroups.protocols.FRAG4;
import org.jgroups.protocols.MERGE3;
import org.jgroups.protocols.MFC;
import org.jgroups.protocols.TCP;
import org.jgroups.protocols.TCPPING;
import org.jgroups.protocols.UFC;
import org.jgroups.protocols.UNICAST3;
import org.jgroups.protocols.VERIFY_SUSPECT2;
import org.jgroups.protocols.pbcast.GMS;
import org.jgroups.protocols.pbcast.NAKACK2;
import org.jgroups.protocols.pbcast.STABLE;
import org.jgroups.stack.Protocol;

/** The protocols and their times: a dead node is noticed in a second, a mute one in three. */
final class Stack {
  private static final int CONNECT_MILLIS = 300;
  private static final int LONGEST = 256 * 1024;
  private static final int FRAGMENT = 60_000;
  private static final int THREADS = 50;

  private final EngineContext context;
  private final Configuration configuration;
  private final Strangers strangers;

  Stack(EngineContext context, Configuration configuration, Strangers strangers) {
    this.context = context;
    this.configuration = configuration;
    this.strangers = strangers;
  }

  /** Not connected. */
  JChannel channel() throws Exception {
    List<Protocol> protocols = new ArrayList<>();
    protocols.add(transport());
    Optional<byte[]> secret = configuration.key();
    if (secret.isPresent()) {
      protocols.add(new Sealing(new Seal(secret.get(), context.cluster()), strangers));
    }
    addMembership(protocols);
    addDelivery(protocols);
    return new JChannel(protocols).name(context.nodeName()).setDiscardOwnMessages(true);
  }

  private Protocol transport() {
    TCP tcp = new TCP();
    tcp.setBindAddress(configuration.own().getAddress());
    tcp.setBindPort(configuration.own().getPort());
    tcp.setPortRange(0);
    tcp.setSockConnTimeout(CONNECT_MILLIS);
    tcp.setMaxLength(LONGEST);
    tcp.useVirtualThreads(false);
    tcp.setThreadFactory(new ApplicationThreads(context.threads()));
    tcp.getThreadPool().setMinThreads(2).setMaxThreads(THREADS);
    tcp.disableDiagnostics();
    return tcp;
  }

  private void addMembership(List<Protocol> protocols) {
    InetSocketAddress own = configuration.own();
    List<InetSocketAddress> named = new ArrayList<>(configuration.named());
    named.add(own);
    protocols.add(new TCPPING().initialHosts(named).setPortRange(0));
    protocols.add(new MERGE3().setMinInterval(1000).setMaxInterval(3000));
    int distance = configuration.ownFailurePort() - own.getPort();
    protocols.add(new FailureSocket(own.getAddress(), distance));
    protocols.add(new FD_ALL3().setTimeout(2000).setInterval(500));
    protocols.add(new VERIFY_SUSPECT2().setTimeout(300));
  }

  private static void addDelivery(List<Protocol> protocols) {
    protocols.add(new NAKACK2().useMcastXmit(false));
    protocols.add(new UNICAST3());
    protocols.add(new STABLE().setDesiredAverageGossip(50_000).setMaxBytes(4_000_000));
    protocols.add(new GMS().printLocalAddress(false).setJoinTimeout(1000));
    protocols.add(new UFC());
    protocols.add(new MFC());
    protocols.add(new FRAG4().setFragSize(FRAGMENT));
  }
}
