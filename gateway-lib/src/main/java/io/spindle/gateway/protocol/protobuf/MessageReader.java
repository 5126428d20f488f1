package io.spindle.gateway.protocol.protobuf;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.WireFormat;
import io.spindle.gateway.api.Payload;
import io.spindle.gateway.protocol.json.JsonValues;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Collects the fields of one message. As in any Protobuf parser, a field of another wire type than expected is an
 * unknown one, of a field that comes twice the last counts, and a message that comes twice is merged: then it is read
 * by the same reader again. Confined to the call that decodes the message.
 */
abstract class MessageReader {
    /** Wire types, to be or-ed to a field's number shifted by three: together they are its tag. */
    static final int VARINT = WireFormat.WIRETYPE_VARINT;

    static final int BYTES = WireFormat.WIRETYPE_LENGTH_DELIMITED;

    /** Reads the value of a known field; false if the tag is of none. */
    abstract boolean field(int tag, CodedInputStream in) throws IOException;

    /** Reads a message that is a field of another: its length, then as much. */
    final void readField(CodedInputStream in) throws IOException {
        int outer = in.pushLimit(in.readRawVarint32());
        readToLimit(in);
        in.popLimit(outer);
    }

    /** Reads a message that reaches to the input's current limit. */
    final void readToLimit(CodedInputStream in) throws IOException {
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            if (!field(tag, in)) {
                skip(tag, in);
            }
        }
    }

    /** Passes over the value of an unknown field. */
    static void skip(int tag, CodedInputStream in) throws IOException {
        if (!in.skipField(tag)) {
            throw new InvalidProtocolBufferException("end of a group that was not begun");
        }
    }

    /**
     * A number of 64 bits. The library's own method takes ten bytes of which the last says that more follow, and other
     * readers of the same bytes would then see something else.
     */
    static long int64(CodedInputStream in) throws IOException {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            byte next = in.readRawByte();
            value |= (next & 0x7FL) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new InvalidProtocolBufferException("number longer than ten bytes");
    }

    static boolean bool(CodedInputStream in) throws IOException {
        return int64(in) != 0;
    }

    /** Must be valid UTF-8. */
    static String text(CodedInputStream in) throws IOException {
        return in.readStringRequireUtf8();
    }

    /** JSON if it is a JSON value, or nothing at all; a client of either encoding can be sent that. */
    static Payload data(CodedInputStream in) throws IOException {
        ByteBuffer view = in.readByteBuffer();
        byte[] array = view.array();
        int offset = view.arrayOffset();
        int length = view.remaining();
        if (length == 0 || JsonValues.isValid(array, offset, length)) {
            return Payload.json(array, offset, length);
        }
        byte[] copy = new byte[length];
        view.get(copy);
        return Payload.binary(copy);
    }
}
