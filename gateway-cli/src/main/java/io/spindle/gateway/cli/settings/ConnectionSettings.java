package io.spindle.gateway.cli.settings;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How a connection is kept. */
public final class ConnectionSettings {
    private static final int KIB = 1024;
    private static final int MIB = 1024 * KIB;

    public static final Setting<Duration> PING_INTERVAL = Setting.of(
                    Section.CONNECTIONS,
                    "WS_PING_INTERVAL",
                    Kinds.wholeSeconds(Duration.ofSeconds(1), Duration.ofHours(24)),
                    "25s",
                    "How often clients are pinged; longer than WS_PONG_TIMEOUT.")
            .at("client.ping_interval")
            .withFile(Kinds.orOff(Kinds.wholeSeconds(Duration.ofSeconds(1), Duration.ofHours(24))));

    public static final Setting<Duration> PONG_TIMEOUT = Setting.of(
                    Section.CONNECTIONS,
                    "WS_PONG_TIMEOUT",
                    Kinds.duration(Duration.ofMillis(50), Duration.ofHours(1)),
                    "10s",
                    "How long an answer to a ping may take; then closed with 3012.")
            .at("client.pong_timeout")
            .withFile(Kinds.orOff(Kinds.duration(Duration.ofMillis(50), Duration.ofHours(1))), Optional.of("8s"));

    public static final Setting<Duration> WRITE_TIMEOUT = Setting.of(
                    Section.CONNECTIONS,
                    "WS_WRITE_TIMEOUT",
                    Kinds.duration(Duration.ofMillis(10), Duration.ofMinutes(10)),
                    "1s",
                    "How long a write may make no progress; then closed.")
            .at("websocket.write_timeout");

    public static final Setting<Integer> READ_BUFFER_SIZE = Setting.of(
                    Section.CONNECTIONS,
                    "WS_READ_BUFFER_SIZE",
                    Kinds.integer(512, MIB),
                    "4096",
                    "Bytes read from a connection at once.")
            .at("websocket.read_buffer_size");

    public static final Setting<Integer> WRITE_BUFFER_SIZE = Setting.of(
                    Section.CONNECTIONS,
                    "WS_WRITE_BUFFER_SIZE",
                    Kinds.integer(512, MIB),
                    "4096",
                    "Bytes collected for a write to a connection.")
            .at("websocket.write_buffer_size");

    public static final Setting<Boolean> COMPRESSION = Setting.of(
                    Section.CONNECTIONS,
                    "SPINDLE_WEBSOCKET_COMPRESSION",
                    Kinds.yesOrNo(),
                    "false",
                    "Whether permessage-deflate is granted to clients that ask for it.")
            .at("websocket.compression");

    static final List<Setting<?>> ALL =
            List.of(PING_INTERVAL, PONG_TIMEOUT, WRITE_TIMEOUT, READ_BUFFER_SIZE, WRITE_BUFFER_SIZE, COMPRESSION);

    private ConnectionSettings() {}
}
