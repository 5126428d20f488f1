package io.spindle.gateway.cli.config;

import io.spindle.gateway.cli.settings.AccessSettings;
import io.spindle.gateway.cli.settings.Setting;
import io.spindle.gateway.cli.settings.SettingValues;
import java.util.ArrayList;
import java.util.List;

/** What opens a gateway further than it should be outside of development. */
public final class InsecureSwitches {
    private InsecureSwitches() {}

    /** One line per switch that is on. */
    public static List<String> warnings(SettingValues values) {
        ClientOptions client = ConfigOptions.ROOT.client;
        List<String> warnings = new ArrayList<>();
        for (Setting<Boolean> each : List.of(
                client.insecure, client.insecureSkipTokenSignatureVerify, ConfigOptions.ROOT.httpApi.insecure)) {
            if (values.get(each)) {
                warnings.add(values.nameOf(each) + ": true. For development alone");
            }
        }
        if (values.find(AccessSettings.ALLOWED_ORIGINS)
                .filter(List.of("*")::equals)
                .isPresent()) {
            warnings.add(values.nameOf(AccessSettings.ALLOWED_ORIGINS)
                    + ": *. Pages of any site may connect, with the rights of who looks at them");
        }
        return warnings;
    }
}
