package io.spindle.gateway.cli.settings;

import java.time.Duration;
import java.util.List;

/** What one client may take, and what happens at the bound. */
public final class LimitSettings {
    private static final int KIB = 1024;
    private static final int MIB = 1024 * KIB;

    public static final Setting<Integer> MESSAGE_SIZE_LIMIT = Setting.of(
                    Section.LIMITS,
                    "WS_MESSAGE_SIZE_LIMIT",
                    Kinds.integer(KIB, 64 * MIB),
                    "65536",
                    "Bytes in a frame of a client; above, closed with 1009.")
            .at("websocket.message_size_limit");

    public static final Setting<Integer> QUEUE_MAX_SIZE = Setting.of(
                    Section.LIMITS,
                    "CENTRIFUGO_CLIENT_QUEUE_MAX_SIZE",
                    Kinds.integer(4 * KIB, 1024 * MIB),
                    "1048576",
                    "Bytes that wait for a slow client; above, closed with 3008.")
            .at("client.queue_max_size");

    public static final Setting<Integer> CHANNEL_LIMIT = Setting.of(
                    Section.LIMITS,
                    "CENTRIFUGO_CLIENT_CHANNEL_LIMIT",
                    Kinds.integer(1, 100_000),
                    "128",
                    "Channels per connection; above, error 106.")
            .at("client.channel_limit")
            .withFile(Kinds.orOff(1, 100_000));

    public static final Setting<Integer> CHANNEL_MAX_LENGTH = Setting.of(
                    Section.LIMITS,
                    "CENTRIFUGO_CHANNEL_MAX_LENGTH",
                    Kinds.integer(1, 4 * KIB),
                    "255",
                    "Bytes in the name of a channel; above, error 107.")
            .at("channel.max_length")
            .withFile(Kinds.orOff(1, 4 * KIB));

    public static final Setting<Integer> MAX_PENDING = Setting.of(
                    Section.LIMITS,
                    "SPINDLE_CLIENT_MAX_PENDING",
                    Kinds.integer(1, 100_000),
                    "256",
                    "Unanswered commands per connection; at the bound, reading stops.")
            .atOwn("client.max_pending");

    public static final Setting<Integer> COMMANDS_PER_SECOND = Setting.of(
                    Section.LIMITS,
                    "SPINDLE_CLIENT_COMMANDS_PER_SECOND",
                    Kinds.integer(1, 10_000_000),
                    "10000",
                    "Commands per second and connection; at the bound, reading stops.")
            .atOwn("client.commands_per_second");

    public static final Setting<Integer> BYTES_PER_SECOND = Setting.of(
                    Section.LIMITS,
                    "SPINDLE_CLIENT_BYTES_PER_SECOND",
                    Kinds.integer(KIB, 1024 * MIB),
                    "16777216",
                    "Bytes read per second and connection; at the bound, reading stops.")
            .atOwn("client.bytes_per_second");

    public static final Setting<Duration> STALE_CLOSE_DELAY = Setting.of(
                    Section.LIMITS,
                    "CENTRIFUGO_CLIENT_STALE_CLOSE_DELAY",
                    Kinds.duration(Duration.ofMillis(100), Duration.ofMinutes(10)),
                    "15s",
                    "Time to the connect command; then closed with 3502.")
            .at("client.stale_close_delay")
            .withFileDefault("10s");

    static final List<Setting<?>> ALL = List.of(
            MESSAGE_SIZE_LIMIT,
            QUEUE_MAX_SIZE,
            CHANNEL_LIMIT,
            CHANNEL_MAX_LENGTH,
            MAX_PENDING,
            COMMANDS_PER_SECOND,
            BYTES_PER_SECOND,
            STALE_CLOSE_DELAY);

    private LimitSettings() {}
}
