package io.spindle.gateway.protocol.protobuf;

import com.google.protobuf.CodedInputStream;
import io.spindle.gateway.api.Payload;
import io.spindle.gateway.protocol.Command;
import java.io.IOException;

final class RpcReader extends RequestReader {
    private static final int DATA = 1 << 3 | BYTES;
    private static final int METHOD = 2 << 3 | BYTES;

    private Payload data = NO_DATA;
    private String method = "";

    @Override
    boolean field(int tag, CodedInputStream in) throws IOException {
        switch (tag) {
            case DATA -> data = data(in);
            case METHOD -> method = text(in);
            default -> {
                return false;
            }
        }
        return true;
    }

    @Override
    Command command(int id) {
        return new Command.Rpc(id, method, data);
    }
}
