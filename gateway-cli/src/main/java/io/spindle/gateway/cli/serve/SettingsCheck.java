package io.spindle.gateway.cli.serve;

import io.spindle.gateway.cli.settings.AccessSettings;
import io.spindle.gateway.cli.settings.ChannelSettings;
import io.spindle.gateway.cli.settings.ConnectionSettings;
import io.spindle.gateway.cli.settings.Fault;
import io.spindle.gateway.cli.settings.RedisConnectionSettings;
import io.spindle.gateway.cli.settings.Setting;
import io.spindle.gateway.cli.settings.SettingValues;
import io.spindle.gateway.policy.DefaultChannelPolicy;
import java.util.ArrayList;
import java.util.List;

/** What must hold between settings, beyond what each allows by itself. Used once, by one thread. */
final class SettingsCheck {
    private final SettingValues values;
    private final List<Fault> faults;

    private SettingsCheck(SettingValues values, List<Fault> known) {
        this.values = values;
        this.faults = new ArrayList<>(known);
    }

    /**
     * @param known the faults of single settings; what these settings would be is not judged again
     * @return these and what else is wrong
     */
    static List<Fault> faults(SettingValues values, List<Fault> known, ServeRequest request) {
        SettingsCheck check = new SettingsCheck(values, known);
        if (!request.embedded()) {
            check.someoneMayConnect();
        }
        check.policy(request);
        check.ordered(ConnectionSettings.PONG_TIMEOUT, "less than", ConnectionSettings.PING_INTERVAL, -1);
        check.ordered(RedisConnectionSettings.MIN_IDLE, "at most", RedisConnectionSettings.POOL_SIZE, 0);
        return check.faults;
    }

    private void someoneMayConnect() {
        boolean anyKey = Access.KEYS.stream().anyMatch(key -> values.find(key).isPresent() || isFaulty(key));
        if (!anyKey && !values.get(AccessSettings.ANONYMOUS)) {
            faults.add(Fault.missing(
                    AccessSettings.TOKEN_HMAC_SECRET_KEY,
                    "the secret that tokens are signed with; or to try it out, serve --embedded; or for clients"
                            + " without a token, " + AccessSettings.ANONYMOUS.name() + "=true"));
        }
    }

    private void policy(ServeRequest request) {
        boolean builtIn = values.get(ChannelSettings.POLICY).equals(DefaultChannelPolicy.NAME);
        if (builtIn && !request.policySettings().isEmpty()) {
            faults.add(new Fault(
                    ChannelSettings.POLICY.name(),
                    "--policy-setting: the policy " + DefaultChannelPolicy.NAME
                            + " has no such settings (expected: a plugin's name in " + ChannelSettings.POLICY.flag()
                            + ")",
                    true));
        }
        if (!builtIn && values.find(ChannelSettings.PLUGINS_DIR).isEmpty()) {
            values.given(ChannelSettings.POLICY)
                    .ifPresent(given -> faults.add(Fault.badValue(
                            ChannelSettings.POLICY,
                            given,
                            DefaultChannelPolicy.NAME + "; or the name of a plugin, its folder in "
                                    + ChannelSettings.PLUGINS_DIR.name())));
        }
    }

    private <T extends Comparable<T>> void ordered(
            Setting<T> lesser, String word, Setting<T> greater, int mostCompared) {
        if (isFaulty(lesser)
                || isFaulty(greater)
                || values.get(lesser).compareTo(values.get(greater)) <= mostCompared) {
            return;
        }
        values.given(lesser)
                .map(given -> Fault.badValue(lesser, given, word + " " + greater.name() + ", " + text(greater)))
                .or(() -> values.given(greater)
                        .map(given -> Fault.badValue(
                                greater,
                                given,
                                "a value with " + lesser.name() + ", " + text(lesser) + ", " + word + " it")))
                .ifPresent(faults::add);
    }

    private String text(Setting<?> setting) {
        return values.given(setting)
                .map(given -> given.text())
                .or(setting::defaultText)
                .orElse("");
    }

    private boolean isFaulty(Setting<?> setting) {
        return faults.stream().anyMatch(fault -> fault.setting().equals(setting.name()));
    }
}
