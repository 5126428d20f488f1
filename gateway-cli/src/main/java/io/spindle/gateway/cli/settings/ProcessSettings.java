package io.spindle.gateway.cli.settings;

import java.time.Duration;
import java.util.List;
import org.slf4j.event.Level;

/** The process around the gateway. */
public final class ProcessSettings {
    public static final Setting<Duration> SHUTDOWN_TIMEOUT = Setting.of(
                    Section.PROCESS,
                    "SPINDLE_SHUTDOWN_TIMEOUT",
                    Kinds.duration(Duration.ofMillis(100), Duration.ofMinutes(10)),
                    "30s",
                    "How long the end may take after SIGTERM; then the process stops with 1.")
            .at("shutdown.timeout");

    public static final Setting<Level> LOG_LEVEL = Setting.of(
                    Section.PROCESS,
                    "SPINDLE_LOG_LEVEL",
                    Kinds.oneOf(Level.class),
                    "info",
                    "What is logged; debug and trace include the libraries' own notes.")
            .at("log.level");

    static final List<Setting<?>> ALL = List.of(SHUTDOWN_TIMEOUT, LOG_LEVEL);

    private ProcessSettings() {}
}
