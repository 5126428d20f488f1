package io.spindle.gateway.cli.reload;

import io.spindle.gateway.cli.config.ConfigOptions;
import io.spindle.gateway.cli.settings.EntryList;
import io.spindle.gateway.cli.settings.Given;
import io.spindle.gateway.cli.settings.Setting;
import io.spindle.gateway.cli.settings.SettingValues;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which settings count from a start on only: whoever changes one of them and reloads has to be told. */
public final class NeedsRestart {
    /** Where the paths of those begin that a reload takes over: decisions about clients and channels. */
    private static final List<String> TAKEN_OVER = List.of(
            "channel.history_meta_ttl",
            "channel.namespace",
            "channel.private_prefix",
            "channel.proxy.",
            "channel.publication_data_format",
            "channel.user_",
            "channel.without_namespace.",
            "client.allow_anonymous_connect_without_token",
            "client.disallow_anonymous_connection_tokens",
            "client.insecure",
            "client.proxy.",
            "client.subscribe_to_user_personal_channel.",
            "client.subscription_token.",
            "client.token.",
            "client.user_id_http_header",
            "log.level",
            "proxies");

    /** Headers of clients that connected before were kept, or not, as the start said. */
    private static final List<String> OF_HEADERS = List.of(".http_headers", ".emulated_headers");

    private NeedsRestart() {}

    /** The paths of settings that are not what they were at the start, and stay as they were. */
    public static List<String> changed(SettingValues before, SettingValues after) {
        return Stream.concat(
                        ConfigOptions.table().stream()
                                .filter(setting -> !isTakenOver(setting.path()))
                                .filter(setting -> differ(before, after, setting))
                                .map(Setting::path),
                        ConfigOptions.ROOT.lists().stream()
                                .filter(list -> !isTakenOver(list.path()))
                                .filter(list -> differ(before, after, list))
                                .map(EntryList::path))
                .distinct()
                .toList();
    }

    private static boolean isTakenOver(String path) {
        return TAKEN_OVER.stream().anyMatch(path::startsWith)
                && OF_HEADERS.stream().noneMatch(path::endsWith);
    }

    private static boolean differ(SettingValues before, SettingValues after, Setting<?> setting) {
        return !text(before, setting).equals(text(after, setting));
    }

    private static Optional<String> text(SettingValues values, Setting<?> setting) {
        return values.given(setting).map(Given::text);
    }

    private static boolean differ(SettingValues before, SettingValues after, EntryList list) {
        List<SettingValues> old = before.entries(list);
        List<SettingValues> now = after.entries(list);
        if (old.size() != now.size()) {
            return true;
        }
        for (int i = 0; i < old.size(); i++) {
            SettingValues one = old.get(i);
            SettingValues other = now.get(i);
            if (list.settings().stream().anyMatch(setting -> differ(one, other, setting))
                    || list.lists().stream().anyMatch(inner -> differ(one, other, inner))) {
                return true;
            }
        }
        return false;
    }
}
