package dev.primacy.benchmarks.compare.node;

import java.io.ByteArrayInputStream;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jgroups.JChannel;
import org.jgroups.protocols.raft.Role;
import org.jgroups.raft.RaftHandle;
import org.jgroups.raft.StateMachine;

/**
 * jgroups-raft: a flag that its role listener sets. The stack is the one it comes with, over TCP
 * since all members are on one host; a member is suspected after the lease, and the other times
 * stand to that as they do there.
 */
final class RaftContender implements Contender {
  private static final String STACK =
      """
      <config xmlns="urn:org:jgroups">
        <TCP bind_addr="127.0.0.1" bind_port="%s" port_range="0" diag.enabled="false"/>
        <TCPPING initial_hosts="%s" port_range="0"/>
        <MERGE3 min_interval="%d" max_interval="%d"/>
        <FD_SOCK2 bind_addr="127.0.0.1" offset="1000" port_range="0"/>
        <FD_ALL3 timeout="%d" interval="%d"/>
        <VERIFY_SUSPECT2 timeout="%d"/>
        <pbcast.NAKACK2 use_mcast_xmit="false"/>
        <UNICAST3/>
        <pbcast.STABLE desired_avg_gossip="50000" max_bytes="4M"/>
        <raft.NO_DUPES/>
        <pbcast.GMS print_local_addr="false" join_timeout="2000"/>
        <UFC/><MFC/>
        <FRAG4 frag_size="60K"/>
        <raft.ELECTION/>
        <raft.RAFT members="%s" raft_id="%s" log_dir="%s"/>
        <raft.REDIRECT/>
      </config>
      """;

  private final JChannel channel;
  private final RaftHandle handle;
  private final String cluster;
  private final Application application;
  private volatile boolean leads;

  RaftContender(Place place, Application application) throws Exception {
    this.application = application;
    this.cluster = place.value(Place.CLUSTER);
    String node = place.value(Place.NODE);
    byte[] stack = stack(place, node).getBytes(StandardCharsets.UTF_8);
    channel = new JChannel(new ByteArrayInputStream(stack)).name(node);
    handle = new RaftHandle(channel, new Nothing()).raftId(node);
    handle.addRoleListener(this::changed);
  }

  private static String stack(Place place, String node) throws IOException {
    List<String> ports = ports(place);
    String hosts =
        ports.stream().map(port -> "127.0.0.1[" + port + "]").collect(Collectors.joining(","));
    String members =
        IntStream.range(0, ports.size()).mapToObj(i -> "n" + i).collect(Collectors.joining(","));
    long lease = place.lease().toMillis();
    return STACK.formatted(
        ports.get(Integer.parseInt(node.substring(1))),
        hosts,
        lease / 4,
        lease * 3 / 4,
        lease,
        lease / 5,
        lease * 3 / 80,
        members,
        node,
        log(place, node));
  }

  private static List<String> ports(Place place) {
    return Arrays.stream(place.value(Place.ADDRESS).split(","))
        .map(peer -> peer.substring(peer.indexOf(':') + 1))
        .toList();
  }

  private static Path log(Place place, String node) throws IOException {
    return Files.createDirectories(
        Objects.requireNonNull(place.operations()).resolve("raft-" + node));
  }

  private void changed(Role role) {
    boolean led = leads;
    leads = role == Role.Leader;
    if (leads) {
      application.granted();
    } else if (led) {
      application.revoked();
    }
  }

  @Override
  public void start() throws Exception {
    channel.connect(cluster);
  }

  @Override
  public boolean leads() {
    return leads;
  }

  @Override
  public boolean isSettled() {
    return leads || handle.leader() != null;
  }

  @Override
  public void stop() {
    channel.close();
  }

  /** Nothing is replicated: it is about who leads. */
  private static final class Nothing implements StateMachine {

    @Override
    public byte[] apply(byte[] data, int offset, int length, boolean serialized) {
      return new byte[0];
    }

    @Override
    public void readContentFrom(DataInput in) {
      // there is none
    }

    @Override
    public void writeContentTo(DataOutput out) {
      // there is none
    }
  }
}
