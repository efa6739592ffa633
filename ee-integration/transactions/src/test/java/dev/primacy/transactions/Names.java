package dev.primacy.transactions;

import com.arjuna.ats.internal.jta.transaction.arjunacore.TransactionSynchronizationRegistryImple;
import com.arjuna.ats.jta.TransactionManager;
import com.arjuna.ats.jta.UserTransaction;
import java.lang.reflect.Proxy;
import java.util.Hashtable;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.naming.Context;
import javax.naming.NameNotFoundException;
import javax.naming.spi.InitialContextFactory;

/** What a server's naming would be: names bound by tests, looked up by the module. */
public final class Names implements InitialContextFactory {
  private static final Map<String, Object> BOUND = new ConcurrentHashMap<>();

  static {
    bind("java:comp/UserTransaction", UserTransaction.userTransaction());
    bind("java:/TransactionManager", TransactionManager.transactionManager());
    bind("java:/TransactionSynchronizationRegistry", new TransactionSynchronizationRegistryImple());
  }

  /** Made by the naming service. */
  public Names() {}

  static void bind(String name, Object value) {
    BOUND.put(name, value);
  }

  static void unbind(String name) {
    BOUND.remove(name);
  }

  @Override
  public Context getInitialContext(Hashtable<?, ?> environment) {
    return (Context)
        Proxy.newProxyInstance(
            Names.class.getClassLoader(),
            new Class<?>[] {Context.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "lookup" -> lookUp(String.valueOf(arguments[0]));
                  case "close" -> null;
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }

  private static Object lookUp(String name) throws NameNotFoundException {
    Object found = BOUND.get(name);
    if (found == null) {
      throw new NameNotFoundException(name);
    }
    return found;
  }
}
