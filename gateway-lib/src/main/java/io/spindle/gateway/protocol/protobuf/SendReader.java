package io.spindle.gateway.protocol.protobuf;

import com.google.protobuf.CodedInputStream;
import io.spindle.gateway.api.Payload;
import io.spindle.gateway.protocol.Command;
import java.io.IOException;

final class SendReader extends RequestReader {
    private static final int DATA = 1 << 3 | BYTES;

    private Payload data = NO_DATA;

    @Override
    boolean field(int tag, CodedInputStream in) throws IOException {
        if (tag != DATA) {
            return false;
        }
        data = data(in);
        return true;
    }

    @Override
    Command command(int id) {
        return new Command.Send(id, data);
    }
}
