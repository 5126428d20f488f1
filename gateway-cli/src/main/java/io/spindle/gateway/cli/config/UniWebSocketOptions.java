package io.spindle.gateway.cli.config;

import io.spindle.gateway.cli.settings.ConnectionSettings;
import io.spindle.gateway.cli.settings.LimitSettings;
import io.spindle.gateway.cli.settings.Section;
import io.spindle.gateway.cli.settings.Setting;
import io.spindle.gateway.cli.settings.SettingBlock;
import java.time.Duration;

/** {@code uni_websocket}. */
public final class UniWebSocketOptions extends SettingBlock {
    public final Setting<Boolean> enabled = onOff("enabled", "Whether clients may connect in this way.");
    public final Setting<String> handlerPrefix =
            option("handler_prefix", Paths.kind(), "/connection/uni_websocket", "Path of it.");
    public final Setting<Integer> messageSizeLimit = like(LimitSettings.MESSAGE_SIZE_LIMIT);
    public final Setting<Boolean> compression = like(ConnectionSettings.COMPRESSION);
    public final Setting<Duration> writeTimeout = like(ConnectionSettings.WRITE_TIMEOUT);
    public final Setting<Boolean> joinPushMessages =
            onOff("join_push_messages", "Whether several pushes may share a message.");
    public final Setting<Boolean> disableClosingHandshake =
            onOff("disable_closing_handshake", "Whether connections end without a close frame.");
    public final Setting<Boolean> disableDisconnectPush =
            onOff("disable_disconnect_push", "Whether clients are not told why before they are disconnected.");

    UniWebSocketOptions() {
        super(Section.TRANSPORT, "uni_websocket");
        ignored(
                "compression_level",
                "compression_min_size",
                "decompressed_message_size_limit",
                "read_buffer_size",
                "write_buffer_size",
                "use_write_buffer_pool");
    }
}
