package io.spindle.gateway.protocol.protobuf;

import com.google.protobuf.CodedInputStream;
import io.spindle.gateway.protocol.Command;

/** A request without fields that makes no usable command. */
final class EmptyReader extends RequestReader {
    @Override
    boolean field(int tag, CodedInputStream in) {
        return false;
    }

    @Override
    Command command(int id) {
        return new Command.Empty(id);
    }
}
