package io.spindle.gateway.cli.config;

import io.spindle.gateway.cli.settings.Section;
import io.spindle.gateway.cli.settings.Setting;
import io.spindle.gateway.cli.settings.SettingBlock;

/** An endpoint that can be turned on, and where it is. */
public final class EndpointOptions extends SettingBlock {
    public final Setting<Boolean> enabled;
    public final Setting<String> handlerPrefix;

    EndpointOptions(String path, String prefix, String what) {
        super(Section.ENDPOINT, path);
        enabled = onOff("enabled", "Whether there is " + what + ".");
        handlerPrefix = option("handler_prefix", Paths.kind(), prefix, "Path of it.");
    }
}
