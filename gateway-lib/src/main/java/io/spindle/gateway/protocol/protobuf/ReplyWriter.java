package io.spindle.gateway.protocol.protobuf;

import io.spindle.gateway.api.ErrorCode;
import io.spindle.gateway.protocol.Result;

/** {@code Reply} with an error or a result. */
final class ReplyWriter {
    private static final int ID = 1;
    private static final int ERROR = 2;

    private ReplyWriter() {}

    static byte[] error(int id, ErrorCode error) {
        MessageWriter out = new MessageWriter(0);
        out.bool(3, error.temporary());
        out.string(2, error.message());
        out.uint32(1, error.code());
        return finish(out, ERROR, id);
    }

    static byte[] result(int id, Result result) {
        MessageWriter out = new MessageWriter(0);
        return finish(out, ResultWriter.write(out, result), id);
    }

    /** What is written becomes a field of the reply. */
    private static byte[] finish(MessageWriter out, int field, int id) {
        out.message(field, 0);
        out.uint32(ID, id);
        return out.toRecord();
    }
}
