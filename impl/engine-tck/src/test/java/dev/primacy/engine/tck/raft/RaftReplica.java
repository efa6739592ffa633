package dev.primacy.engine.tck.raft;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.primacy.engine.tck.Replica;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jgroups.JChannel;
import org.jgroups.raft.RaftHandle;
import org.jgroups.util.Util;

/** One voter in this JVM; its log outlives it. */
final class RaftReplica implements Replica {
  private static final String STACK =
      """
      <config xmlns="urn:org:jgroups">
        <TCP bind_addr="127.0.0.1" bind_port="%d" port_range="0" diag.enabled="false"
             thread_pool.min_threads="2" thread_pool.max_threads="50" sock_conn_timeout="300"/>
        <TCPPING initial_hosts="%s" port_range="0"/>
        <MERGE3 min_interval="1000" max_interval="3000"/>
        <FD_SOCK2 bind_addr="127.0.0.1" offset="100" port_range="1"/>
        <FD_ALL3 timeout="2000" interval="500"/>
        <VERIFY_SUSPECT2 timeout="300"/>
        <pbcast.NAKACK2 use_mcast_xmit="false"/>
        <UNICAST3/>
        <pbcast.STABLE desired_avg_gossip="50000" max_bytes="4M"/>
        <raft.NO_DUPES/>
        <pbcast.GMS print_local_addr="false" join_timeout="500"/>
        <UFC/><MFC/>
        <FRAG4 frag_size="60K"/>
        <raft.ELECTION/>
        <raft.RAFT members="%s" raft_id="%s" log_dir="%s" resend_interval="100"/>
        <raft.REDIRECT/>
      </config>
      """;

  private final int index;
  private final List<Integer> ports;
  private final Path disk;

  // guarded by this object's monitor, which no one outside this package sees
  private JChannel channel;
  private RaftHandle handle;
  private Registers registers;

  RaftReplica(int index, List<Integer> ports, Path disk) {
    this.index = index;
    this.ports = ports;
    this.disk = disk;
  }

  private static String id(int index) {
    return "v" + index;
  }

  @Override
  public synchronized void start() throws Exception {
    if (channel != null) {
      return;
    }
    registers = new Registers();
    channel = new JChannel(new ByteArrayInputStream(stack().getBytes(UTF_8))).name(id(index));
    handle = new RaftHandle(channel, registers).raftId(id(index));
    channel.connect("registers");
  }

  private String stack() {
    String hosts =
        ports.stream().map(port -> "127.0.0.1[" + port + "]").collect(Collectors.joining(","));
    String members =
        IntStream.range(0, ports.size()).mapToObj(RaftReplica::id).collect(Collectors.joining(","));
    return STACK.formatted(ports.get(index), hosts, members, id(index), disk);
  }

  /** Without taking leave of anybody. */
  @Override
  public synchronized void kill() throws Exception {
    if (channel != null) {
      Util.shutdown(channel);
      handle.log().close();
      Util.close(channel);
      channel = null;
      handle = null;
    }
  }

  synchronized Optional<RaftHandle> handle() {
    return Optional.ofNullable(handle);
  }

  synchronized Optional<Registers> registers() {
    return handle == null ? Optional.empty() : Optional.of(registers);
  }
}
