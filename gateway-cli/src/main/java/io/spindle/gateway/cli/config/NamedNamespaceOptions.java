package io.spindle.gateway.cli.config;

import io.spindle.gateway.cli.settings.Section;
import io.spindle.gateway.cli.settings.Setting;
import io.spindle.gateway.cli.settings.SettingBlock;

/** An entry of {@code channel.namespaces}. */
public final class NamedNamespaceOptions extends SettingBlock {
    public final Setting<String> name =
            option("name", Names.kind(), "Name of the namespace: what stands before the boundary in its channels.");
    public final NamespaceOptions options = within(new NamespaceOptions(""));

    NamedNamespaceOptions() {
        super(Section.NAMESPACE, "");
    }
}
