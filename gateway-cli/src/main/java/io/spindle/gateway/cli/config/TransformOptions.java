package io.spindle.gateway.cli.config;

import io.spindle.gateway.cli.settings.Kinds;
import io.spindle.gateway.cli.settings.Section;
import io.spindle.gateway.cli.settings.Setting;
import io.spindle.gateway.cli.settings.SettingBlock;

/** What an HTTP status of a proxy's backend means for the client: an error or a disconnect. */
public final class TransformOptions extends SettingBlock {
    public final Setting<Integer> statusCode =
            option("status_code", Kinds.count(100, 599), "Status of the backend's answer.");
    public final Setting<Integer> errorCode =
            option("to_error.code", Kinds.count(0, Integer.MAX_VALUE), "Error code for the client.");
    public final Setting<String> errorMessage =
            option("to_error.message", Kinds.text(), "Error message for the client.");
    public final Setting<Boolean> errorTemporary = onOff("to_error.temporary", "Whether the client should try again.");
    public final Setting<Integer> disconnectCode =
            option("to_disconnect.code", Kinds.count(0, 4999), "Code that the client is disconnected with.");
    public final Setting<String> disconnectReason =
            option("to_disconnect.reason", Kinds.text(), "Reason that the client is told.");

    TransformOptions() {
        super(Section.PROXY, "");
    }
}
