package io.spindle.gateway.protocol.protobuf;

import com.google.protobuf.CodedInputStream;
import io.spindle.gateway.protocol.Command;
import java.io.IOException;

final class RefreshReader extends RequestReader {
    private static final int TOKEN = 1 << 3 | BYTES;

    private String token = "";

    @Override
    boolean field(int tag, CodedInputStream in) throws IOException {
        if (tag != TOKEN) {
            return false;
        }
        token = text(in);
        return true;
    }

    @Override
    Command command(int id) {
        return new Command.Refresh(id, token);
    }
}
