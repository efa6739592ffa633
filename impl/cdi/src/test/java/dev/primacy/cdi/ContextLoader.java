package dev.primacy.cdi;

import java.util.function.Supplier;

/** Work under a context class loader. */
final class ContextLoader {
  private ContextLoader() {}

  static <T> T call(ClassLoader loader, Supplier<T> work) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(loader);
    try {
      return work.get();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  static void run(ClassLoader loader, Runnable work) {
    call(
        loader,
        () -> {
          work.run();
          return true;
        });
  }
}
