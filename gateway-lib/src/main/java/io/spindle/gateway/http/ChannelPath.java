package io.spindle.gateway.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The channel in a path {@code /channels/{channel}/presence}, taken from the path as it was sent. */
final class ChannelPath {
    static final String PATTERN = "/channels/{channel}/presence";

    private static final String START = "/channels/";
    private static final String END = "/presence";

    private ChannelPath() {}

    /** The channel as it was sent; empty if the path is another one. */
    static Optional<String> encodedChannel(String path) {
        int end = path.length() - END.length();
        if (!path.startsWith(START) || !path.endsWith(END) || end <= START.length()) {
            return Optional.empty();
        }
        String channel = path.substring(START.length(), end);
        return channel.indexOf('/') < 0 ? Optional.of(channel) : Optional.empty();
    }

    /** Decodes once, so that {@code %252F} is {@code %2F}; empty if it is no valid UTF-8 or a percent sign is alone. */
    static Optional<String> decode(String encoded) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(encoded.length());
        int position = 0;
        while (position < encoded.length()) {
            int percent = encoded.indexOf('%', position);
            int end = percent < 0 ? encoded.length() : percent;
            bytes.writeBytes(encoded.substring(position, end).getBytes(StandardCharsets.UTF_8));
            if (percent >= 0) {
                int octet = octet(encoded, percent + 1);
                if (octet < 0) {
                    return Optional.empty();
                }
                bytes.write(octet);
                end += 3;
            }
            position = end;
        }
        try {
            ByteBuffer utf8 = ByteBuffer.wrap(bytes.toByteArray());
            return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(utf8).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static int octet(String text, int position) {
        if (position + 2 > text.length()) {
            return -1;
        }
        int high = Character.digit(text.charAt(position), 16);
        int low = Character.digit(text.charAt(position + 1), 16);
        return high < 0 || low < 0 ? -1 : high << 4 | low;
    }
}
