package dev.primacy.admin;

import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import javax.management.InstanceAlreadyExistsException;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/**
 * The groups that are shown over JMX: those this node takes part in, no longer than it does. Safe
 * on any thread.
 */
final class GroupBeans implements AutoCloseable {
  private static final String DOMAIN = "dev.primacy";
  private static final int MOST_OF_ONE_NAME = 64;

  private final MBeanServer server;
  private final String application;
  private final Function<String, GroupMXBean> beans;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<String, ObjectName> shown = new TreeMap<>(); // guarded by lock
  private boolean closed; // guarded by lock

  /**
   * Shows nothing yet.
   *
   * @param server where beans are registered
   * @param application the application's name, which another one in this JVM may have too
   * @param beans makes the bean of a group
   */
  GroupBeans(MBeanServer server, String application, Function<String, GroupMXBean> beans) {
    this.server = server;
    this.application = application;
    this.beans = beans;
  }

  /** Shows these groups, and no others any more. */
  void show(Set<String> groups) {
    lock.lock();
    try {
      if (closed) {
        return;
      }
      List<String> gone = new ArrayList<>(shown.keySet());
      gone.removeAll(groups);
      gone.forEach(this::hide);
      groups.stream().filter(group -> !shown.containsKey(group)).forEach(this::show);
    } finally {
      lock.unlock();
    }
  }

  private void show(String group) {
    try {
      register(group).ifPresent(name -> shown.put(group, name));
    } catch (JMException refused) {
      AdminLog.LOG.notShown(group, String.valueOf(refused.getMessage()));
    }
  }

  /** Of two applications with one name the later one counts itself. */
  private Optional<ObjectName> register(String group) throws JMException {
    GroupMXBean bean = beans.apply(group);
    for (int instance = 1; instance <= MOST_OF_ONE_NAME; instance++) {
      ObjectName name = name(group, instance);
      if (registered(bean, name)) {
        return Optional.of(name);
      }
    }
    AdminLog.LOG.notShown(group, name(group, MOST_OF_ONE_NAME) + " is taken");
    return Optional.empty();
  }

  private boolean registered(GroupMXBean bean, ObjectName name) throws JMException {
    try {
      server.registerMBean(bean, name);
      return true;
    } catch (InstanceAlreadyExistsException taken) {
      return false;
    }
  }

  @SuppressWarnings("JdkObsolete") // JMX wants it
  private ObjectName name(String group, int instance) throws JMException {
    Hashtable<String, String> keys = new Hashtable<>();
    keys.put("type", "Group");
    keys.put("application", safe(application));
    keys.put("name", safe(group));
    if (instance > 1) {
      keys.put("instance", Integer.toString(instance));
    }
    return new ObjectName(DOMAIN, keys);
  }

  private static String safe(String value) {
    return value.matches("[A-Za-z0-9._-]+") ? value : ObjectName.quote(value);
  }

  private void hide(String group) {
    ObjectName name = shown.remove(group);
    try {
      if (name != null) {
        server.unregisterMBean(name);
      }
    } catch (InstanceNotFoundException goneAlready) {
      return;
    } catch (JMException refused) {
      AdminLog.LOG.notShown(group, String.valueOf(refused.getMessage()));
    }
  }

  /** Shows nothing any more: the server of beans outlives the application. */
  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      List.copyOf(shown.keySet()).forEach(this::hide);
    } finally {
      lock.unlock();
    }
  }
}
