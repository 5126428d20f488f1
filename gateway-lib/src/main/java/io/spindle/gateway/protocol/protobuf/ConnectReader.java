package io.spindle.gateway.protocol.protobuf;

import com.google.protobuf.CodedInputStream;
import io.spindle.gateway.api.Payload;
import io.spindle.gateway.protocol.Command;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

final class ConnectReader extends RequestReader {
    private static final int TOKEN = 1 << 3 | BYTES;
    private static final int DATA = 2 << 3 | BYTES;
    private static final int SUBS = 3 << 3 | BYTES;
    private static final int NAME = 4 << 3 | BYTES;
    private static final int VERSION = 5 << 3 | BYTES;
    private static final int HEADERS = 6 << 3 | BYTES;
    private static final int DICT = 8 << 3 | BYTES;
    private static final int PROFILE = 9 << 3 | BYTES;

    private String token = "";
    private Payload data = NO_DATA;
    private String name = "";
    private String version = "";
    private final Map<String, Command.Resume> subs = new HashMap<>();
    private final Map<String, String> headers = new HashMap<>();

    @Override
    boolean field(int tag, CodedInputStream in) throws IOException {
        switch (tag) {
            case TOKEN -> token = text(in);
            case DATA -> data = data(in);
            case SUBS -> {
                SubsEntry entry = new SubsEntry();
                entry.readField(in);
                subs.put(entry.key, entry.value.resume());
            }
            case NAME -> name = text(in);
            case VERSION -> version = text(in);
            case HEADERS -> {
                HeadersEntry entry = new HeadersEntry();
                entry.readField(in);
                headers.put(entry.key, entry.value);
            }
            case DICT, PROFILE -> text(in);
            default -> {
                return false;
            }
        }
        return true;
    }

    @Override
    Command command(int id) {
        Optional<Payload> given = data.isEmpty() ? Optional.empty() : Optional.of(data);
        return new Command.Connect(id, token, given, subs, name, version, headers);
    }

    private static final class HeadersEntry extends MessageReader {
        private static final int KEY = 1 << 3 | BYTES;
        private static final int VALUE = 2 << 3 | BYTES;

        private String key = "";
        private String value = "";

        @Override
        boolean field(int tag, CodedInputStream in) throws IOException {
            switch (tag) {
                case KEY -> key = text(in);
                case VALUE -> value = text(in);
                default -> {
                    return false;
                }
            }
            return true;
        }
    }

    private static final class SubsEntry extends MessageReader {
        private static final int KEY = 1 << 3 | BYTES;
        private static final int VALUE = 2 << 3 | BYTES;

        private String key = "";
        private final SubscribeReader value = new SubscribeReader();

        @Override
        boolean field(int tag, CodedInputStream in) throws IOException {
            switch (tag) {
                case KEY -> key = text(in);
                case VALUE -> value.readField(in);
                default -> {
                    return false;
                }
            }
            return true;
        }
    }
}
