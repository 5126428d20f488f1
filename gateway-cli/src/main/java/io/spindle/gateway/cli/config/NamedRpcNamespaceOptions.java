package io.spindle.gateway.cli.config;

import io.spindle.gateway.cli.settings.Section;
import io.spindle.gateway.cli.settings.Setting;
import io.spindle.gateway.cli.settings.SettingBlock;

/** An entry of {@code rpc.namespaces}. */
public final class NamedRpcNamespaceOptions extends SettingBlock {
    public final Setting<String> name = option("name", Names.kind(), "Name of the namespace of methods.");
    public final RpcNamespaceOptions options = within(new RpcNamespaceOptions(""));

    NamedRpcNamespaceOptions() {
        super(Section.RPC, "");
    }
}
