package io.spindle.gateway.http.api;

import io.spindle.gateway.protocol.StreamPosition;
import io.spindle.gateway.protocol.json.JsonInput;
import io.spindle.gateway.protocol.json.MessageReader;
import io.spindle.gateway.protocol.json.Names;
import java.io.IOException;
import java.util.Optional;

/** {@code {"offset":…,"epoch":…}}. */
final class PositionReader extends MessageReader {
    private static final Names FIELDS = Names.of("offset", "epoch");

    private long offset;
    private String epoch = "";

    private PositionReader() {
        super(FIELDS);
    }

    /** Empty for {@code null}. */
    static Optional<StreamPosition> position(JsonInput in) throws IOException {
        PositionReader position = new PositionReader();
        return in.message(position)
                ? Optional.of(new StreamPosition(position.offset, position.epoch))
                : Optional.empty();
    }

    @Override
    protected void field(String name, JsonInput in) throws IOException {
        switch (name) {
            case "offset" -> offset = in.uint64();
            default -> epoch = in.string();
        }
    }
}
