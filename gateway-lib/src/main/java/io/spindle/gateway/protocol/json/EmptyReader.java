package io.spindle.gateway.protocol.json;

import io.spindle.gateway.protocol.Command;

/** A command without a usable request. */
final class EmptyReader extends RequestReader {
    private static final Names FIELDS = Names.of();

    EmptyReader() {
        super(FIELDS);
    }

    @Override
    protected void field(String name, JsonInput in) {
        throw new IllegalStateException("no known field: " + name);
    }

    @Override
    Command command(int id) {
        return new Command.Empty(id);
    }
}
