package io.spindle.gateway.protocol.json;

import io.spindle.gateway.protocol.Command;
import java.io.IOException;

/** What a shared poll tracks is only checked. */
final class SubRefreshReader extends RequestReader {
    private static final Names FIELDS = Names.of("channel", "token", "type", "track", "untrack");

    private String channel = "";
    private String token = "";
    private int type;

    SubRefreshReader() {
        super(FIELDS);
    }

    @Override
    protected void field(String name, JsonInput in) throws IOException {
        switch (name) {
            case "channel" -> channel = in.string();
            case "token" -> token = in.string();
            case "type" -> type = in.int32();
            case "track" -> in.messages(TrackBatch::new);
            default -> in.strings(); // untrack
        }
    }

    @Override
    Command command(int id) {
        return new Command.SubRefresh(id, channel, token, type);
    }

    private static final class TrackBatch extends MessageReader {
        private static final Names FIELDS = Names.of("signature", "items");

        TrackBatch() {
            super(FIELDS);
        }

        @Override
        protected void field(String name, JsonInput in) throws IOException {
            switch (name) {
                case "signature" -> in.string();
                default -> in.messages(KeyedItem::new); // items
            }
        }
    }

    private static final class KeyedItem extends MessageReader {
        private static final Names FIELDS = Names.of("key", "version");

        KeyedItem() {
            super(FIELDS);
        }

        @Override
        protected void field(String name, JsonInput in) throws IOException {
            switch (name) {
                case "key" -> in.string();
                default -> in.uint64(); // version
            }
        }
    }
}
