package io.spindle.gateway.cli.config;

import io.spindle.gateway.cli.file.FileValue.Scalar;
import io.spindle.gateway.cli.settings.EntryList;
import io.spindle.gateway.cli.settings.Fault;
import io.spindle.gateway.cli.settings.Setting;
import io.spindle.gateway.cli.settings.SettingValues;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Options of Centrifugo that are used here and that the gateway has not: each is named with what it would do. */
final class Unsupported {
    private static final String WAY_OUT = "without it; or --allow-unsupported, to start though it does nothing";

    private final List<Fault> faults = new ArrayList<>();

    private Unsupported() {}

    static List<Fault> faults(SettingValues values) {
        Unsupported found = new Unsupported();
        found.check(values, ConfigOptions.table(), ConfigOptions.ROOT.lists());
        found.switches(values, ConfigOptions.ROOT);
        found.engine(values, ConfigOptions.ROOT.engine);
        return List.copyOf(found.faults);
    }

    private void check(SettingValues values, List<Setting<?>> settings, List<EntryList> lists) {
        for (Setting<?> setting : settings) {
            setting.lacking()
                    .filter(effect -> isUsed(values, setting))
                    .ifPresent(effect -> add(values, setting, effect));
        }
        subscriptionTypes(values, settings);
        for (EntryList list : lists) {
            values.entries(list).forEach(entry -> check(entry, list.settings(), list.lists()));
        }
    }

    private static boolean isUsed(SettingValues values, Setting<?> setting) {
        return values.given(setting)
                .filter(given -> !Boolean.FALSE.equals(values.find(setting).orElse(null)))
                .filter(given -> !setting.kind().isZero().test(new Scalar(given.text(), false)))
                .isPresent();
    }

    private void subscriptionTypes(SettingValues values, List<Setting<?>> settings) {
        for (NamespaceOptions options :
                List.of(ConfigOptions.ROOT.channel.withoutNamespace, ChannelOptions.ENTRY.options)) {
            Setting<String> type = options.subscriptionType;
            if (settings.contains(type) && !values.get(type).equals("stream")) {
                add(values, type, "subscriptions to maps and to polled data");
            }
        }
    }

    /** What has its place among the options, and nothing behind it yet. */
    private void switches(SettingValues values, ConfigOptions options) {
        Map<Setting<Boolean>, String> effects = new LinkedHashMap<>();
        effects.put(options.uniWebsocket.disableClosingHandshake, "ending connections without a close frame");
        effects.forEach((setting, effect) -> {
            if (values.get(setting)) {
                add(values, setting, effect);
            }
        });
    }

    /** Publications and presence over Redis are not there yet. */
    private void engine(SettingValues values, EngineOptions engine) {
        boolean broker = values.get(engine.brokerEnabled);
        boolean presence = values.get(engine.presenceManagerEnabled);
        if (!(broker && presence)) {
            memoryOnly(values, engine.engineType);
        }
        if (broker) {
            memoryOnly(values, engine.brokerType);
        }
        if (presence) {
            memoryOnly(values, engine.presenceManagerType);
        }
    }

    private void memoryOnly(SettingValues values, Setting<String> type) {
        String wanted = values.get(type);
        if (!wanted.equals(EngineOptions.MEMORY)) {
            add(values, type, "publications and presence over " + wanted + ", for several nodes that act as one");
        }
    }

    private void add(SettingValues values, Setting<?> setting, String effect) {
        faults.add(Fault.at(values.nameOf(setting), "not supported: " + effect, WAY_OUT));
    }
}
