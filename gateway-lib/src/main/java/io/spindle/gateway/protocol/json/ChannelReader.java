package io.spindle.gateway.protocol.json;

import io.spindle.gateway.protocol.Command;
import java.io.IOException;

/** A request that names a channel and no more. */
final class ChannelReader extends RequestReader {
    private static final Names FIELDS = Names.of("channel");

    private final Kind kind;
    private String channel = "";

    ChannelReader(Kind kind) {
        super(FIELDS);
        this.kind = kind;
    }

    @Override
    protected void field(String name, JsonInput in) throws IOException {
        channel = in.string();
    }

    @Override
    Command command(int id) {
        return kind.command(id, channel);
    }

    /** Which of these requests it is. */
    interface Kind {
        Command command(int id, String channel);
    }
}
