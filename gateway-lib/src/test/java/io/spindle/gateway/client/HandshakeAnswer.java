package io.spindle.gateway.client;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a server answered to a request for an upgrade.
 *
 * @param status 101 if it agreed
 * @param headers the last of each name
 */
public record HandshakeAnswer(int status, Map<String, String> headers) {
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    static HandshakeAnswer read(DataInputStream in) throws IOException {
        int status = Integer.parseInt(line(in).split(" ", 3)[1]);
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            int colon = header.indexOf(':');
            headers.put(header.substring(0, colon), header.substring(colon + 1).strip());
        }
        return new HandshakeAnswer(status, headers);
    }

    private static String line(DataInputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int read = in.readUnsignedByte(); read != '\n'; read = in.readUnsignedByte()) {
            line.append((char) read);
        }
        return line.toString().strip();
    }
}
