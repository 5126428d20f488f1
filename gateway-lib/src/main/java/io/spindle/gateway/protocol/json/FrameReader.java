package io.spindle.gateway.protocol.json;

import io.spindle.gateway.protocol.Command;
import io.spindle.gateway.protocol.DecodedFrame;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Splits a frame into lines, a command each; behind the last one a newline may follow. */
final class FrameReader {
    private FrameReader() {}

    /** Reads the bytes from {@code from} to {@code to}, exclusive. */
    static DecodedFrame read(byte[] bytes, int from, int to) {
        List<Command> commands = new ArrayList<>();
        int start = from;
        do {
            int end = endOfLine(bytes, start, to);
            try (JsonInput line = JsonInput.open(bytes, start, end)) {
                commands.add(CommandReader.command(line));
            } catch (IOException malformed) {
                return new DecodedFrame(commands, true);
            }
            start = end + 1;
        } while (start < to);
        return new DecodedFrame(commands, false);
    }

    private static int endOfLine(byte[] bytes, int from, int to) {
        int end = from;
        while (end < to && bytes[end] != '\n') {
            end++;
        }
        return end;
    }
}
