package io.spindle.gateway.proxy;

import io.spindle.gateway.api.Disconnect;
import io.spindle.gateway.api.ErrorCode;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;

/**
 * What an HTTP status of a backend stands for, so that it need not write a body: {@code status_to_code_transforms}. 200 is
 * always an answer with a body.
 *
 * @param status the HTTP status, 100 to 999
 * @param error what the client is told; either this
 * @param disconnect or how its connection ends
 */
public record StatusTransform(int status, Optional<ErrorCode> error, Optional<Disconnect> disconnect) {
    private static final int MAX_TEXT_BYTES = 123;

    public StatusTransform {
        Objects.requireNonNull(error, "error");
        Objects.requireNonNull(disconnect, "disconnect");
        if (status < 100 || status > 999) {
            throw new IllegalArgumentException("status_code: " + status + " (expected: an HTTP status, 100 to 999)");
        }
        if (error.isPresent() == disconnect.isPresent()) {
            throw new IllegalArgumentException("status_code " + status + ": "
                    + (error.isPresent() ? "both" : "neither")
                    + " of to_error and to_disconnect (expected: one of them)");
        }
        error.ifPresent(to -> requireShortAscii(status, "to_error.message", to.message()));
        disconnect.ifPresent(to -> requireShortAscii(status, "to_disconnect.reason", to.reason()));
    }

    /** The status stands for an error reply. */
    public static StatusTransform toError(int status, ErrorCode error) {
        return new StatusTransform(status, Optional.of(error), Optional.empty());
    }

    /** The status ends the connection. */
    public static StatusTransform toDisconnect(int status, Disconnect disconnect) {
        return new StatusTransform(status, Optional.empty(), Optional.of(disconnect));
    }

    ProxyAnswer answer() {
        return error.<ProxyAnswer>map(ProxyAnswer.Failed::new)
                .orElseGet(() -> new ProxyAnswer.Ended(disconnect.orElseThrow()));
    }

    private static void requireShortAscii(int status, String name, String text) {
        if (text.length() > MAX_TEXT_BYTES
                || !StandardCharsets.US_ASCII.newEncoder().canEncode(text)) {
            throw new IllegalArgumentException("status_code " + status + ": " + name + ": \"" + text
                    + "\" (expected: at most " + MAX_TEXT_BYTES + " ASCII characters)");
        }
    }
}
