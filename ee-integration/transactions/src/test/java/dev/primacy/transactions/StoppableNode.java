package dev.primacy.transactions;

import dev.primacy.FencingToken;
import dev.primacy.NodeRole;
import dev.primacy.event.Became;
import dev.primacy.event.NodeRoleChanged;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Semaphore;
import javax.sql.DataSource;

/**
 * A node in a process of its own that can be stopped at a known place of a transaction. Reads
 * {@code post TEXT}, {@code before TEXT}, {@code after TEXT} (which wait beside the fence's lock
 * for {@code go}), {@code predicate TEXT}; writes what became of it.
 */
public final class StoppableNode {
  private static final String NAME = "java:comp/env/jdbc/ledger";
  private static final Semaphore GO = new Semaphore(0);
  private static final ThreadLocal<String> PLACE = ThreadLocal.withInitial(() -> "");

  private StoppableNode() {}

  /** Takes part until its input ends. */
  public static void main(String... arguments) throws Exception {
    try (AgroalDataSource source = Pool.of(arguments[0], arguments[1])) {
      Ledger.source = source;
      Names.bind(NAME, watched(source));
      try (SeContainer container =
          SeContainerInitializer.newInstance()
              .addBeanClasses(FencedLedger.class, Voice.class)
              .initialize()) {
        obey(container.select(FencedLedger.class).get());
      }
    }
  }

  private static void obey(FencedLedger ledger) throws Exception {
    BufferedReader input =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = input.readLine(); line != null; line = input.readLine()) {
      String[] words = line.split(" ");
      if (words[0].equals("go")) {
        GO.release();
      } else {
        Thread worker = new Thread(() -> work(ledger, words[0], words[1]));
        worker.setDaemon(true);
        worker.start();
      }
    }
  }

  private static void work(FencedLedger ledger, String place, String text) {
    PLACE.set(place);
    try {
      if (place.startsWith("predicate")) {
        byPredicate(ledger.token().orElseThrow(), text);
      } else {
        ledger.post(text);
      }
      say("POSTED " + text);
    } catch (Exception e) {
      StringWriter trace = new StringWriter();
      e.printStackTrace(new PrintWriter(trace, true));
      String numbers = trace.toString().replaceAll("(?s).*?(PRIMACY-\\d+|\\z)", "$1 ");
      say("FAILED " + text + " " + numbers + (numbers.isBlank() ? e : ""));
    }
  }

  /** What an application without a fence table would do. */
  private static void byPredicate(FencingToken token, String text) throws SQLException {
    FencePredicate fence = FencePredicate.on("fence_scope", "fence");
    String sql = "UPDATE account SET %s WHERE %s".formatted(fence.assignment(), fence.condition());
    try (Connection connection = Ledger.source.getConnection()) {
      connection.setAutoCommit(false);
      try (Statement insert = connection.createStatement();
          PreparedStatement update = connection.prepareStatement(sql)) {
        insert.execute("INSERT INTO entry VALUES ('" + text + "')");
        pause("predicate-before");
        fence.bindCondition(update, fence.bindAssignment(update, 1, token), token);
        if (update.executeUpdate() != 1) {
          throw new SQLException("stale by the predicate");
        }
        connection.commit();
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    }
  }

  /** Waits on both sides of the fence's lock if told to. */
  private static DataSource watched(DataSource source) {
    return proxy(
        DataSource.class,
        source,
        method -> {
          if (method.equals("getConnection")) {
            pause("before");
          }
        },
        made -> made instanceof Connection connection ? closing(connection) : made);
  }

  private static Connection closing(Connection connection) {
    return proxy(
        Connection.class,
        connection,
        method -> {
          if (method.equals("close")) {
            pause("after");
          }
        },
        made -> made);
  }

  private static <T> T proxy(
      Class<T> type,
      T target,
      java.util.function.Consumer<String> first,
      java.util.function.UnaryOperator<Object> then) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader() == null
                ? StoppableNode.class.getClassLoader()
                : type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              first.accept(method.getName());
              try {
                return then.apply(method.invoke(target, arguments));
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }

  private static void pause(String place) {
    if (PLACE.get().equals(place)) {
      say("WAITING");
      GO.acquireUninterruptibly();
    }
  }

  private static void say(String line) {
    System.out.println("> " + line);
    System.out.flush();
  }

  /** Tells when the guard is open. */
  @ApplicationScoped
  static class Voice {
    void lead(@Observes @Became(NodeRole.PRIMARY) NodeRoleChanged change) {
      say("PRIMARY " + change.token().orElseThrow().term());
    }
  }
}
