package io.spindle.gateway.cli.config;

import io.spindle.gateway.cli.settings.Section;
import io.spindle.gateway.cli.settings.Setting;
import io.spindle.gateway.cli.settings.SettingBlock;

/** The options of the methods of a namespace, or of those without one. */
public final class RpcNamespaceOptions extends SettingBlock {
    public final Setting<Boolean> proxyEnabled = onOff("proxy_enabled", "Whether a backend answers its methods.");
    public final Setting<String> proxyName =
            option("proxy_name", Names.kind(), "default", "Proxy of that name; default: that of rpc.proxy.");

    RpcNamespaceOptions(String path) {
        super(Section.RPC, path);
    }
}
