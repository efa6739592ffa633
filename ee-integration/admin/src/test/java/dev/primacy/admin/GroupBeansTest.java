package dev.primacy.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.primacy.GroupStanding;
import dev.primacy.NodeRole;
import dev.primacy.control.ControlError;
import dev.primacy.event.NodeRoleChanged;
import dev.primacy.event.RoleChangeCause;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.management.JMX;
import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;
import javax.management.ObjectName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Groups over JMX. */
class GroupBeansTest {
  private static final String ORDERS = "dev.primacy:type=Group,application=test,name=orders";

  private Site site;

  @BeforeEach
  void open() throws Exception {
    site = Site.open();
  }

  @AfterEach
  void close() {
    site.close();
  }

  private GroupMXBean bean() throws Exception {
    return JMX.newMXBeanProxy(site.mbeans, new ObjectName(ORDERS), GroupMXBean.class);
  }

  private static Set<String> shown(MBeanServer server) throws Exception {
    return server.queryNames(new ObjectName("dev.primacy:*"), null).stream()
        .map(ObjectName::getCanonicalName)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void a_group_is_shown_as_this_node_sees_it() throws Exception {
    GroupMXBean bean = bean();
    assertThat(bean.getRole()).isEqualTo("primary");
    assertThat(bean.getStanding()).isEqualTo("member");
    assertThat(bean.getTerm()).isEqualTo(41);
    assertThat(bean.getPrimary()).isEqualTo("n1");
    assertThat(bean.getNodes()).containsExactly("n1", "n2");
    assertThat(bean.getVersion()).isEqualTo("v/1");
    assertThat(bean.isFrozen()).isFalse();
    assertThat(bean.isReadOnly()).isFalse();
    assertThat(bean.getAlarms()).isEmpty();
    assertThat(bean.getLeaseRemainingMillis()).isEqualTo(4_000);
    assertThat(bean.getUnavailableMillis()).isEqualTo(1_500);
    assertThat(bean.getCallsAllowed()).isEqualTo(5);
    assertThat(bean.getCallsRefused()).isEqualTo(3);
    assertThat(bean.getCallsLost()).isEqualTo(1);
    assertThat(bean.getStoreState()).isEqualTo("healthy");
    assertThat(bean.getStoreEndpoint()).isEqualTo("store-1:2181");
    assertThat(bean.getStalledObservers()).isEqualTo(1);
    assertThat(bean.getObserverStalls()).isEqualTo(2);
    assertThat(bean.getMessenger()).isEqualTo("carrier: degraded");
    assertThat(bean.getNodeHealth()).containsExactly("n1: reachable");
  }

  @Test
  void commands_take_the_command_that_those_over_http_have() throws Exception {
    site.command("POST", "/be-primary", "{}");
    bean().freeze(true);
    bean().readOnly(true);
    bean().switchover("n2");
    assertThat(bean().isFrozen()).isTrue();
    assertThat(bean().getPrimary()).isEqualTo("n2");
    assertThat(site.control.secrets).hasSize(1);
    assertThatThrownBy(() -> bean().stepDown())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("PRIMACY-2020");
  }

  @Test
  void without_commands_over_http_there_are_none_over_jmx() throws Exception {
    try (Site reading = Site.bare()) {
      GroupMXBean bean =
          JMX.newMXBeanProxy(reading.mbeans, new ObjectName(ORDERS), GroupMXBean.class);
      assertThat(bean.getRole()).isEqualTo("primary");
      assertThatThrownBy(bean::stepDown).hasMessageContaining("PRIMACY-1499");
      assertThat(reading.control.secrets).isEmpty();
    }
    try (Site none = Site.bare("primacy.jmx=false")) {
      assertThat(shown(none.mbeans)).isEmpty();
    }
  }

  @Test
  void a_refusal_is_of_a_type_that_every_client_has() throws Exception {
    site.control.refusing = Optional.of(ControlError.UPGRADE_IN_PROGRESS);
    assertThatThrownBy(() -> bean().freeze(true)).isExactlyInstanceOf(IllegalStateException.class);
  }

  @Test
  void groups_that_are_joined_and_left_come_and_go() throws Exception {
    site.control.group("east");
    roleChanges();
    assertThat(shown(site.mbeans)).hasSize(2);
    site.control.groups.remove("orders");
    roleChanges();
    assertThat(shown(site.mbeans))
        .containsExactly("dev.primacy:application=test,name=east,type=Group");
  }

  private void roleChanges() {
    site.administration.heard(
        new NodeRoleChanged(
            "east",
            FakeGroup.N1.id(),
            1,
            Optional.empty(),
            NodeRole.SECONDARY,
            GroupStanding.JOINING,
            Optional.empty(),
            RoleChangeCause.JOINED,
            FakeGroup.HEARD));
  }

  @Test
  void two_applications_of_one_name_do_not_clash_and_leave_nothing_behind() throws Exception {
    MBeanServer server = MBeanServerFactory.newMBeanServer();
    GroupBeans one = beans(server, "shop, the \"old\" one");
    GroupBeans two = beans(server, "shop, the \"old\" one");
    one.show(Set.of("orders"));
    two.show(Set.of("orders"));
    assertThat(shown(server)).hasSize(2).anyMatch(name -> name.contains("instance=2"));
    one.close();
    assertThat(shown(server)).hasSize(1);
    two.close();
    two.close();
    two.show(Set.of("orders"));
    assertThat(shown(server)).isEmpty();
  }

  private GroupBeans beans(MBeanServer server, String application) {
    Commanding commanding = new Commanding(() -> site.control, "secret");
    Patience patience = new Patience(java.time.Duration.ofSeconds(1));
    return new GroupBeans(
        server,
        application,
        group -> new GroupBean(group, commanding, site.runtime, patience, true));
  }
}
