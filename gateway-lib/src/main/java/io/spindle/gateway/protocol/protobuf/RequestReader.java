package io.spindle.gateway.protocol.protobuf;

import io.spindle.gateway.api.Payload;
import io.spindle.gateway.protocol.Command;

/** Collects the fields of one request. */
abstract class RequestReader extends MessageReader {
    /** What an absent {@code data} is: nothing, which clients of either encoding can be sent. */
    static final Payload NO_DATA = Payload.json(new byte[0]);

    /** The command that the request makes with its id. */
    abstract Command command(int id);
}
