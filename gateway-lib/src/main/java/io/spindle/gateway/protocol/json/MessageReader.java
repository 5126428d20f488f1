package io.spindle.gateway.protocol.json;

import java.io.IOException;

/**
 * Collects the fields of one message, an object. Unknown ones are passed over; one that comes twice is malformed, so
 * that no two readers of the same bytes can see different values. Confined to the call that decodes the message.
 */
public abstract class MessageReader {
    private final Names fields;

    protected MessageReader(Names fields) {
        this.fields = fields;
    }

    /** Reads the value of a known field. */
    protected abstract void field(String name, JsonInput in) throws IOException;

    /** Reads the whole object. */
    public final void read(JsonInput in) throws IOException {
        int seen = 0;
        in.enterObject();
        for (String name = in.nextName(); name != null; name = in.nextName()) {
            int index = fields.indexOf(name);
            if (index < 0) {
                in.skip();
                continue;
            }
            int bit = 1 << index;
            if ((seen & bit) != 0) {
                throw new MalformedException("field comes twice");
            }
            seen |= bit;
            field(fields.at(index), in);
        }
    }
}
