package io.spindle.gateway.cli.config;

import io.spindle.gateway.cli.settings.Kinds;
import io.spindle.gateway.cli.settings.Section;
import io.spindle.gateway.cli.settings.Setting;
import io.spindle.gateway.cli.settings.SettingBlock;

/** {@code emulation}: how clients of SSE and HTTP streaming send. */
public final class EmulationOptions extends SettingBlock {
    public final Setting<String> handlerPrefix = option("handler_prefix", Paths.kind(), "/emulation", "Path of it.");
    public final Setting<Integer> maxRequestBodySize =
            option("max_request_body_size", Kinds.count(1, 64 << 20), "65536", "Bytes in a request; above, 413.");

    EmulationOptions() {
        super(Section.TRANSPORT, "emulation");
    }
}
