package io.spindle.gateway.cli.config.rules;

import io.spindle.gateway.cli.config.ConfigOptions;
import io.spindle.gateway.cli.settings.EntryList;
import io.spindle.gateway.cli.settings.Fault;
import io.spindle.gateway.cli.settings.Setting;
import io.spindle.gateway.cli.settings.SettingValues;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/** Entries with names have each one of their own. */
final class NameRules {
    private static final String RESERVED = "default";

    private NameRules() {}

    static void check(SettingValues root, Consumer<Fault> faults) {
        for (EntryList list : ConfigOptions.ROOT.lists()) {
            list.nameSetting().ifPresent(name -> unique(root, list, name, faults));
        }
        Setting<String> proxyName = ConfigOptions.PROXY.name;
        for (SettingValues entry : root.entries(ConfigOptions.ROOT.proxies)) {
            if (entry.find(proxyName).filter(RESERVED::equals).isPresent()) {
                faults.accept(entry.fault(
                        proxyName, "another name: that one means the proxies of channel.proxy and rpc.proxy"));
            }
        }
    }

    private static void unique(
            SettingValues root, EntryList list, Setting<String> nameSetting, Consumer<Fault> faults) {
        Set<String> names = new HashSet<>();
        for (SettingValues entry : root.entries(list)) {
            if (entry.given(nameSetting).isEmpty()) {
                faults.accept(entry.fault(nameSetting, nameSetting.kind().expected()));
            }
            entry.find(nameSetting)
                    .filter(name -> !names.add(name))
                    .ifPresent(name -> faults.accept(
                            entry.fault(nameSetting, "a name that no other entry of " + list.path() + " has")));
        }
    }
}
