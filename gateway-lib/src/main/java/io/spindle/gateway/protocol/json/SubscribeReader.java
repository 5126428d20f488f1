package io.spindle.gateway.protocol.json;

import io.spindle.gateway.api.Payload;
import io.spindle.gateway.protocol.Command;
import io.spindle.gateway.protocol.FilterNode;
import io.spindle.gateway.protocol.StreamPosition;
import java.io.IOException;
import java.util.Optional;

final class SubscribeReader extends RequestReader {
    private static final Names FIELDS = Names.of(
            "channel",
            "token",
            "recover",
            "epoch",
            "offset",
            "data",
            "positioned",
            "recoverable",
            "join_leave",
            "delta",
            "tf",
            "flag",
            "type",
            "phase",
            "cursor",
            "limit",
            "asc");

    private String channel = "";
    private String token = "";
    private Optional<Payload> data = Optional.empty();
    private boolean recover;
    private boolean joinLeave;
    private String delta = "";
    private String epoch = "";
    private long offset;
    private boolean positioned;
    private boolean recoverable;
    private Optional<FilterNode> filter = Optional.empty();
    private long flag;
    private int type;

    SubscribeReader() {
        super(FIELDS);
    }

    @Override
    protected void field(String name, JsonInput in) throws IOException {
        switch (name) {
            case "channel" -> channel = in.string();
            case "token" -> token = in.string();
            case "recover" -> recover = in.bool();
            case "data" -> data = Optional.of(in.bytes());
            case "join_leave" -> joinLeave = in.bool();
            case "delta" -> delta = in.string();
            case "epoch" -> epoch = in.string();
            case "offset" -> offset = in.uint64();
            case "positioned" -> positioned = in.bool();
            case "recoverable" -> recoverable = in.bool();
            case "tf" -> filter = FilterReader.read(in);
            case "flag" -> flag = in.int64();
            case "type" -> type = in.int32();
            default -> unused(name, in);
        }
    }

    @Override
    Command command(int id) {
        return new Command.Subscribe(
                id, channel, token, data, recovery(), positioned, recoverable, joinLeave, delta, filter, flag, type);
    }

    /** What counts of it where it stands for a server-side subscription. */
    Command.Resume resume() {
        return new Command.Resume(recovery(), delta);
    }

    private Optional<StreamPosition> recovery() {
        return recover ? Optional.of(new StreamPosition(offset, epoch)) : Optional.empty();
    }

    /** Known all the same: a wrong type is malformed. */
    private static void unused(String name, JsonInput in) throws IOException {
        switch (name) {
            case "cursor" -> in.string();
            case "phase", "limit" -> in.int32();
            default -> in.bool(); // asc
        }
    }
}
