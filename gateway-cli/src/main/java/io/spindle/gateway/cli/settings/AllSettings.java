package io.spindle.gateway.cli.settings;

import java.util.List;
import java.util.stream.Stream;

/** The table of settings, in the order of the usage text and of the reference. */
public final class AllSettings {
    public static final List<Setting<?>> TABLE = Stream.of(
                    ListenerSettings.ALL,
                    AccessSettings.ALL,
                    ChannelSettings.ALL,
                    ConnectionSettings.ALL,
                    LimitSettings.ALL,
                    RedisConnectionSettings.ALL,
                    ProcessSettings.ALL)
            .<Setting<?>>flatMap(List::stream)
            .toList();

    private AllSettings() {}
}
