package io.spindle.gateway.cli.config;

import io.spindle.gateway.cli.settings.Kinds;
import io.spindle.gateway.cli.settings.Section;
import io.spindle.gateway.cli.settings.Setting;
import io.spindle.gateway.cli.settings.SettingBlock;

/** How a failed connect of a unidirectional client is answered over HTTP. */
public final class ResponseTransformOptions extends SettingBlock {
    public final Setting<Integer> code =
            option("code", Kinds.count(0, Integer.MAX_VALUE), "Code of the error or of the disconnect.");
    public final Setting<Integer> toStatusCode =
            option("to.status_code", Kinds.count(400, 599), "Status of the answer.");
    public final Setting<String> toBody = option("to.body", Kinds.text(), "Body of the answer.");

    ResponseTransformOptions() {
        super(Section.TRANSPORT, "");
    }
}
