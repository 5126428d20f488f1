package io.spindle.gateway.cli.config;

import io.spindle.gateway.cli.settings.Kinds;
import io.spindle.gateway.cli.settings.Section;
import io.spindle.gateway.cli.settings.Setting;
import io.spindle.gateway.cli.settings.SettingBlock;

/** What a connect error means for a unidirectional client: a disconnect. */
public final class CodeTransformOptions extends SettingBlock {
    public final Setting<Integer> code = option("code", Kinds.count(0, Integer.MAX_VALUE), "Code of the error.");
    public final Setting<Integer> toCode =
            option("to.code", Kinds.count(0, 4999), "Code that the client is disconnected with.");
    public final Setting<String> toReason = option("to.reason", Kinds.text(), "Reason that the client is told.");

    CodeTransformOptions() {
        super(Section.CLIENT, "");
    }
}
