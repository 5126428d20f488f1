package io.spindle.gateway.cli.config;

import io.spindle.gateway.cli.settings.Section;
import io.spindle.gateway.cli.settings.Setting;
import io.spindle.gateway.cli.settings.SettingBlock;

/** {@code websocket}, beyond what a start without a file has, too. */
public final class WebSocketOptions extends SettingBlock {
    public final Setting<Boolean> disabled = onOff("disabled", "Whether clients may not connect over WebSocket.");
    public final Setting<String> handlerPrefix =
            option("handler_prefix", Paths.kind(), "/connection/websocket", "Path of it.");

    WebSocketOptions() {
        super(Section.TRANSPORT, "websocket");
        ignored(
                "compression_level",
                "compression_min_size",
                "decompressed_message_size_limit",
                "use_write_buffer_pool");
    }
}
