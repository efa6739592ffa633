package dev.primacy.benchmarks.footprint;

import com.sun.management.OperatingSystemMXBean;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import java.lang.management.ManagementFactory;

/** Boots a container over whatever the class path holds, and says what that took. */
public final class Boot {
  private Boot() {}

  /**
   * Prints the processor time of the process until the container is up, in nanoseconds.
   *
   * @param arguments none
   */
  public static void main(String[] arguments) {
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    try (SeContainer container = SeContainerInitializer.newInstance().initialize()) {
      if (!container.isRunning()) {
        throw new IllegalStateException("the container is not up");
      }
      System.out.println(system.getProcessCpuTime());
    }
  }
}
