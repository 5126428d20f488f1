package io.spindle.gateway.protocol.json;

import io.spindle.gateway.protocol.Command;
import io.spindle.gateway.protocol.StreamPosition;
import java.io.IOException;
import java.util.Optional;

final class HistoryReader extends RequestReader {
    private static final Names FIELDS = Names.of("channel", "limit", "since", "reverse");

    private String channel = "";
    private int limit;
    private Optional<StreamPosition> since = Optional.empty();
    private boolean reverse;

    HistoryReader() {
        super(FIELDS);
    }

    @Override
    protected void field(String name, JsonInput in) throws IOException {
        switch (name) {
            case "channel" -> channel = in.string();
            case "limit" -> limit = in.int32();
            case "since" -> {
                PositionReader reader = new PositionReader();
                since = in.message(reader) ? Optional.of(reader.position()) : Optional.empty();
            }
            default -> reverse = in.bool();
        }
    }

    @Override
    Command command(int id) {
        return new Command.History(id, channel, limit, since, reverse);
    }

    private static final class PositionReader extends MessageReader {
        private static final Names FIELDS = Names.of("offset", "epoch");

        private long offset;
        private String epoch = "";

        PositionReader() {
            super(FIELDS);
        }

        @Override
        protected void field(String name, JsonInput in) throws IOException {
            switch (name) {
                case "offset" -> offset = in.uint64();
                default -> epoch = in.string();
            }
        }

        StreamPosition position() {
            return new StreamPosition(offset, epoch);
        }
    }
}
