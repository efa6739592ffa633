package dev.primacy.core.settings;

import static dev.primacy.spi.SettingType.BOOLEAN;
import static dev.primacy.spi.SettingType.INTEGER;

import java.util.List;

/** What health checks and metrics tell: rows of the settings table. */
final class MonitoringRows {
  static final List<SettingRow> ALL =
      List.of(
          SettingRow.of(
              "primacy.health.liveness",
              BOOLEAN,
              "true",
              "Whether the liveness check looks at the thread that renews the lease. When off it is"
                  + " always UP. Needs primacy-health, as all that follows."),
          SettingRow.of(
              "primacy.health.readiness",
              BOOLEAN,
              "true",
              "Whether the readiness check looks at whether the role of this node is known. When off"
                  + " it is always UP, and a node without its store is sent requests."),
          SettingRow.of(
              "primacy.health.startup",
              BOOLEAN,
              "true",
              "Whether the startup check waits until the role was known once in every group. When"
                  + " off it is always UP."),
          SettingRow.of(
              "primacy.health.names",
              BOOLEAN,
              "true",
              "Whether the checks name nodes and the endpoint of the store. Switch it off where"
                  + " strangers reach the health endpoint."),
          SettingRow.of(
              "primacy.telemetry.enabled",
              BOOLEAN,
              "true",
              "Whether metrics are handed to OpenTelemetry and Micrometer, as far as they are there."
                  + " Needs primacy-telemetry, as all that follows."),
          SettingRow.of(
                  "primacy.telemetry.groups",
                  INTEGER,
                  "100",
                  "Of how many groups there are metrics; of further ones there are none. Each group"
                      + " has about twenty time series: too many overload the monitoring.")
              .between(0, 100_000));

  private MonitoringRows() {}
}
