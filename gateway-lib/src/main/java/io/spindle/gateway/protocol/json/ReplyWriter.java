package io.spindle.gateway.protocol.json;

import io.spindle.gateway.api.ErrorCode;
import io.spindle.gateway.protocol.Result;

/** {@code {"id":…,"error":{…}}}, or the result under its name. */
final class ReplyWriter {
    private static final byte[] ID = JsonWriter.name("id");
    private static final byte[] ERROR = JsonWriter.name("error");
    private static final byte[] CODE = JsonWriter.name("code");
    private static final byte[] MESSAGE = JsonWriter.name("message");
    private static final byte[] TEMPORARY = JsonWriter.name("temporary");

    private ReplyWriter() {}

    static byte[] result(int id, Result result) {
        JsonWriter out = new JsonWriter(0);
        out.number(ID, id);
        ResultWriter.write(out, result);
        return out.toByteArray();
    }

    static byte[] error(int id, ErrorCode error) {
        JsonWriter out = new JsonWriter(0);
        out.number(ID, id);
        out.begin(ERROR);
        out.number(CODE, error.code());
        out.string(MESSAGE, error.message());
        out.bool(TEMPORARY, error.temporary());
        out.end();
        return out.toByteArray();
    }
}
