package io.spindle.gateway.cli.config;

import io.spindle.gateway.cli.settings.Kinds;
import io.spindle.gateway.cli.settings.Section;
import io.spindle.gateway.cli.settings.Setting;
import io.spindle.gateway.cli.settings.SettingBlock;

/** {@code engine}, {@code broker} and {@code presence_manager}: where publications and presence are kept. */
public final class EngineOptions extends SettingBlock {
    /** The only type that there is for now. */
    public static final String MEMORY = "memory";

    public final Setting<String> engineType = option(
            "engine.type",
            Kinds.oneOf(MEMORY, "redis"),
            MEMORY,
            "Where publications and presence are kept; only memory is supported.");
    public final Setting<Boolean> brokerEnabled =
            onOff("broker.enabled", "Whether broker.type counts, in place of the engine.");
    public final Setting<String> brokerType = option(
            "broker.type",
            Kinds.oneOf(MEMORY, "redis", "nats", "postgres", "redisnats"),
            MEMORY,
            "Where publications are kept; only memory is supported.");
    public final Setting<Boolean> presenceManagerEnabled =
            onOff("presence_manager.enabled", "Whether presence_manager.type counts, in place of the engine.");
    public final Setting<String> presenceManagerType = option(
            "presence_manager.type",
            Kinds.oneOf(MEMORY, "redis"),
            MEMORY,
            "Where presence is kept; only memory is supported.");
    public final Setting<String> mapBrokerType = option(
            "map_broker.type",
            Kinds.oneOf(MEMORY, "redis", "postgres"),
            MEMORY,
            "Accepted without effect: there are no map channels.");

    EngineOptions() {
        super(Section.ENGINE, "");
        ignored(
                "engine.redis",
                "broker.redis",
                "broker.nats",
                "broker.postgres",
                "broker.redisnats",
                "presence_manager.redis",
                "map_broker.redis",
                "map_broker.postgres",
                "controller.type",
                "controller.postgres");
        lacking("controller.enabled", "control messages between nodes over PostgreSQL");
    }
}
