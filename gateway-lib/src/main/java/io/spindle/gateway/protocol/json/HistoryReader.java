package io.spindle.gateway.protocol.json;

import io.spindle.gateway.protocol.Command;
import java.io.IOException;

/** What exactly is asked for is only checked. */
final class HistoryReader extends RequestReader {
    private static final Names FIELDS = Names.of("channel", "limit", "since", "reverse");

    private String channel = "";

    HistoryReader() {
        super(FIELDS);
    }

    @Override
    void field(String name, JsonInput in) throws IOException {
        switch (name) {
            case "channel" -> channel = in.string();
            case "limit" -> in.int32();
            case "since" -> in.message(new StreamPosition());
            default -> in.bool(); // reverse
        }
    }

    @Override
    Command command(int id) {
        return new Command.History(id, channel);
    }

    private static final class StreamPosition extends MessageReader {
        private static final Names FIELDS = Names.of("offset", "epoch");

        StreamPosition() {
            super(FIELDS);
        }

        @Override
        void field(String name, JsonInput in) throws IOException {
            switch (name) {
                case "offset" -> in.uint64();
                default -> in.string(); // epoch
            }
        }
    }
}
