package io.spindle.gateway.cli.config;

import io.spindle.gateway.cli.settings.Kinds;
import io.spindle.gateway.cli.settings.Section;
import io.spindle.gateway.cli.settings.Setting;
import io.spindle.gateway.cli.settings.SettingBlock;
import java.util.List;

/** An entry of {@code consumers}. */
public final class ConsumerOptions extends SettingBlock {
    private static final List<String> TYPES = List.of(
            "postgresql", "kafka", "nats_jetstream", "redis_stream", "google_pub_sub", "aws_sqs", "azure_service_bus");

    public final Setting<String> name = option(
            "name",
            Kinds.text("<name>", "at least two of a-z A-Z 0-9 _", text -> text.matches("[a-zA-Z0-9_]{2,}")),
            "Name of the consumer.");
    public final Setting<Boolean> enabled = lacking("enabled", "commands of the server API from a queue");
    public final Setting<String> type = option("type", Kinds.oneOf(TYPES.toArray(String[]::new)), "Kind of the queue.");

    ConsumerOptions() {
        super(Section.UNSUPPORTED, "");
        ignored(TYPES.toArray(String[]::new));
    }
}
