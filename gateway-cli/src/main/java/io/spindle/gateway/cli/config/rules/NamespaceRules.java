package io.spindle.gateway.cli.config.rules;

import io.spindle.gateway.cli.config.NamespaceOptions;
import io.spindle.gateway.cli.settings.Fault;
import io.spindle.gateway.cli.settings.GoDuration;
import io.spindle.gateway.cli.settings.SettingValues;
import java.time.Duration;
import java.util.function.Consumer;

/** What must hold within a namespace. */
final class NamespaceRules {
    private final Duration globalMetaTtl;
    private final ProxyRules proxies;
    private final Consumer<Fault> faults;

    NamespaceRules(Duration globalMetaTtl, ProxyRules proxies, Consumer<Fault> faults) {
        this.globalMetaTtl = globalMetaTtl;
        this.proxies = proxies;
        this.faults = faults;
    }

    void check(SettingValues values, NamespaceOptions options) {
        boolean history = history(values, options);
        recovery(values, options, history);
        proxies.used(values, options);
    }

    /** @return whether publications are kept */
    private boolean history(SettingValues values, NamespaceOptions options) {
        boolean size = values.get(options.historySize) > 0;
        Duration ttl = values.get(options.historyTtl);
        if (size && ttl.isZero()) {
            faults.accept(values.fault(options.historyTtl, "a duration, as history_size is set; or neither of them"));
        } else if (!size && !ttl.isZero()) {
            faults.accept(values.fault(options.historySize, "a number, as history_ttl is set; or neither of them"));
        }
        Duration own = values.get(options.historyMetaTtl);
        Duration metaTtl = own.isZero() ? globalMetaTtl : own;
        if (ttl.compareTo(metaTtl) > 0) {
            faults.accept(values.fault(
                    options.historyTtl, "at most history_meta_ttl, which is " + GoDuration.format(metaTtl) + " here"));
        }
        return size && !ttl.isZero();
    }

    private void recovery(SettingValues values, NamespaceOptions options, boolean history) {
        boolean forced = values.get(options.forceRecovery);
        if (forced && !history) {
            faults.accept(values.fault(options.forceRecovery, "history_size and history_ttl beside it"));
        }
        boolean cache =
                values.find(options.forceRecoveryMode).filter("cache"::equals).isPresent();
        if (values.get(options.autoCacheRecover) && !(forced && cache)) {
            faults.accept(values.fault(
                    options.autoCacheRecover, "force_recovery, and cache as force_recovery_mode, beside it"));
        }
    }
}
