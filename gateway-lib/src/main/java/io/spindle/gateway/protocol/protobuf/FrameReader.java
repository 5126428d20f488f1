package io.spindle.gateway.protocol.protobuf;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import io.spindle.gateway.protocol.Command;
import io.spindle.gateway.protocol.DecodedFrame;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Splits a frame into records, a command each, with their length in front as a varint. */
final class FrameReader {
    private FrameReader() {}

    /** Reads so many bytes of an array. */
    static DecodedFrame read(byte[] bytes, int offset, int length) {
        CodedInputStream in = CodedInputStream.newInstance(bytes, offset, length);
        in.enableAliasing(true); // data is checked where it lies, and copied once
        List<Command> commands = new ArrayList<>();
        try {
            do {
                commands.add(record(in, length));
            } while (in.getTotalBytesRead() < length);
        } catch (IOException malformed) {
            return new DecodedFrame(commands, true);
        }
        return new DecodedFrame(commands, false);
    }

    private static Command record(CodedInputStream in, int frameLength) throws IOException {
        long length = MessageReader.int64(in); // the 32-bit one would cut a huge length down to one that fits
        if (length < 0 || length > frameLength - in.getTotalBytesRead()) {
            throw new InvalidProtocolBufferException("record longer than its frame");
        }
        int frame = in.pushLimit((int) length);
        CommandReader command = new CommandReader();
        command.readToLimit(in);
        in.popLimit(frame);
        return command.command();
    }
}
