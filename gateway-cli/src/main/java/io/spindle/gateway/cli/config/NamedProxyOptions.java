package io.spindle.gateway.cli.config;

import io.spindle.gateway.cli.settings.Section;
import io.spindle.gateway.cli.settings.Setting;
import io.spindle.gateway.cli.settings.SettingBlock;

/** An entry of {@code proxies}. */
public final class NamedProxyOptions extends SettingBlock {
    public final Setting<String> name = option("name", Names.kind(), "Name that *_proxy_name refers to.");
    public final ProxyOptions proxy = within(new ProxyOptions(""));

    NamedProxyOptions() {
        super(Section.PROXY, "");
    }
}
