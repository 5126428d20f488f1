package io.spindle.gateway.cli.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** What clients may do in channels, and where their events go. */
public final class ChannelSettings {
    public static final Setting<String> POLICY = Setting.of(
                    Section.CHANNELS,
                    "SPINDLE_POLICY",
                    Kinds.text("<name>", "1 to 64 of A-Z a-z 0-9 . _ -", text -> text.matches("[A-Za-z0-9._-]{1,64}")),
                    "default",
                    "Policy that decides what clients may do; default, or the name of a plugin.")
            .atOwn("policy.name");

    public static final Setting<Path> PLUGINS_DIR = Setting.optional(
                    Section.CHANNELS, "SPINDLE_PLUGINS_DIR", Kinds.folder(), "Folder with the jars of policy plugins.")
            .atOwn("policy.plugins_dir");

    public static final Setting<Integer> MAX_TEXT_LENGTH = Setting.of(
                    Section.CHANNELS,
                    "MAX_TEXT_LENGTH",
                    Kinds.integer(1, 1_000_000),
                    "5000",
                    "Longest text of a message under the default policy, in code points.")
            .atOwn("policy.max_text_length");

    public static final Setting<Duration> ROUTE_CACHE_TTL = Setting.of(
                    Section.CHANNELS,
                    "ROUTE_CACHE_TTL",
                    Kinds.duration(Duration.ofMillis(100), Duration.ofMinutes(10)),
                    "30s",
                    "How long the worker of a channel is remembered without asking Redis.")
            .atOwn("routing.cache_ttl");

    static final List<Setting<?>> ALL = List.of(POLICY, PLUGINS_DIR, MAX_TEXT_LENGTH, ROUTE_CACHE_TTL);

    private ChannelSettings() {}
}
