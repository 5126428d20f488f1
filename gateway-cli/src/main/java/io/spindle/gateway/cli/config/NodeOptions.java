package io.spindle.gateway.cli.config;

import io.spindle.gateway.cli.settings.Kinds;
import io.spindle.gateway.cli.settings.Section;
import io.spindle.gateway.cli.settings.Setting;
import io.spindle.gateway.cli.settings.SettingBlock;
import java.time.Duration;

/** The node and its process. */
public final class NodeOptions extends SettingBlock {
    public final Setting<String> name =
            option("node.name", Kinds.text(), "Name of the node; the host's with http_server.port if not set.");
    public final Setting<Duration> infoMetricsAggregateInterval = duration(
            "node.info_metrics_aggregate_interval",
            Duration.ofSeconds(1),
            Duration.ofHours(24),
            "60s",
            "Accepted without effect: the info of the server API has no metrics.");
    public final Setting<String> logFile =
            option("log.file", Kinds.text(), "File that the log is appended to; standard error if not set.");
    public final Setting<String> pidFile =
            option("pid_file", Kinds.text(), "File that holds the process id while the gateway runs.");

    NodeOptions() {
        super(Section.PROCESS, "");
        ignored("usage_stats", "enable_unreleased_features");
    }
}
