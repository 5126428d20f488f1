package io.spindle.gateway.cli.reload;

import io.spindle.gateway.cli.config.ConfigOptions;
import io.spindle.gateway.cli.settings.EntryList;
import io.spindle.gateway.cli.settings.Setting;
import io.spindle.gateway.cli.settings.SettingValues;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
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
            "log.",
            "proxies");

    /** Headers of clients that connected before were kept, or not, as the start said. */
    private static final List<String> OF_HEADERS = List.of(".http_headers", ".emulated_headers");

    private final Set<Said> said = new LinkedHashSet<>();

    /**
     * What the settings of one reading say that no reload takes over.
     *
     * @param path what an operator is told
     * @param text what stands there, and where exactly
     */
    private record Said(String path, String text) {}

    private NeedsRestart(SettingValues values) {
        ConfigOptions.table().stream()
                .filter(setting -> !isTakenOver(setting.path()))
                .forEach(setting -> add(values, setting, setting.path(), ""));
        ConfigOptions.ROOT.lists().forEach(list -> add(values, list));
    }

    /** The paths of settings that are not what they were at the start, and stay as they were. */
    public static List<String> changed(SettingValues before, SettingValues after) {
        Set<Said> then = new NeedsRestart(before).said;
        Set<Said> now = new NeedsRestart(after).said;
        return Stream.concat(
                        now.stream().filter(each -> !then.contains(each)),
                        then.stream().filter(each -> !now.contains(each)))
                .map(Said::path)
                .distinct()
                .toList();
    }

    private static boolean isTakenOver(String path) {
        return TAKEN_OVER.stream().anyMatch(path::startsWith)
                && OF_HEADERS.stream().noneMatch(path::endsWith);
    }

    private void add(SettingValues values, EntryList list) {
        if (!isTakenOver(list.path())) {
            addAll(values, list, list.path(), "");
            return;
        }
        for (SettingValues entry : values.entries(list)) {
            for (Setting<?> setting : list.settings()) {
                String path = list.path() + '.' + setting.path();
                if (!isTakenOver(path)) {
                    add(entry, setting, path, "");
                }
            }
        }
    }

    private void addAll(SettingValues values, EntryList list, String path, String place) {
        List<SettingValues> entries = values.entries(list);
        for (int i = 0; i < entries.size(); i++) {
            String here = place + list.path() + '[' + i + ']';
            // An entry counts even if it says nothing.
            said.add(new Said(path, here));
            for (Setting<?> setting : list.settings()) {
                add(entries.get(i), setting, path, here + setting.path() + '=');
            }
            for (EntryList inner : list.lists()) {
                addAll(entries.get(i), inner, path, here);
            }
        }
    }

    private void add(SettingValues values, Setting<?> setting, String path, String place) {
        values.given(setting).ifPresent(given -> said.add(new Said(path, place + given.text())));
    }
}
