package io.spindle.gateway.cli.config;

import io.spindle.gateway.cli.settings.EntryList;
import io.spindle.gateway.cli.settings.Kinds;
import io.spindle.gateway.cli.settings.Section;
import io.spindle.gateway.cli.settings.Setting;
import io.spindle.gateway.cli.settings.SettingBlock;

/** {@code rpc}: who answers remote calls. */
public final class RpcOptions extends SettingBlock {
    /** Of the entries of {@code rpc.namespaces}. */
    public static final NamedRpcNamespaceOptions ENTRY = new NamedRpcNamespaceOptions();

    public final Setting<String> namespaceBoundary =
            option("namespace_boundary", Kinds.text(), ":", "What ends the name of a method's namespace.");
    public final Setting<Boolean> pingEnabled =
            onOff("ping.enabled", "Whether the gateway itself answers one method, for measuring.");
    public final Setting<String> pingMethod = option("ping.method", Kinds.text(), "ping", "That method.");
    public final ProxyOptions proxy = within(new ProxyOptions("rpc.proxy"));
    public final RpcNamespaceOptions withoutNamespace = within(new RpcNamespaceOptions("rpc.without_namespace"));
    public final EntryList namespaces = named("namespaces", ENTRY.name, ENTRY, "The namespaces of methods.");

    RpcOptions() {
        super(Section.RPC, "rpc");
    }
}
