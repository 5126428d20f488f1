package io.spindle.gateway.proxy;

import io.spindle.gateway.api.Disconnect;
import io.spindle.gateway.api.ErrorCode;
import java.nio.charset.StandardCharsets;

/** Reads the envelope of answers: {@code disconnect} wins over {@code error}, and that over {@code result}. Stateless. */
final class AnswerReader {
    private static final String NAMELESS_ERROR = "application error";
    private static final String NAMELESS_DISCONNECT = "application disconnect";
    private static final int MAX_REASON_BYTES = 123;

    private AnswerReader() {}

    /** @throws MalformedAnswerException if it is not an answer */
    static ProxyAnswer read(byte[] body) {
        JsonObject answer = JsonObject.read(body);
        return answer.object("disconnect")
                .<ProxyAnswer>map(disconnect -> new ProxyAnswer.Ended(disconnect(disconnect)))
                .or(() -> answer.object("error").map(error -> new ProxyAnswer.Failed(error(error))))
                .or(() -> answer.object("result").map(ProxyAnswer.Result::new))
                .orElseGet(ProxyAnswer.Nothing::new);
    }

    /** Any code goes to the client as it is; a text has to be there, for SDKs read it without a default. */
    private static ErrorCode error(JsonObject error) {
        long code = error.integer("code");
        if (code < 1 || code > Integer.MAX_VALUE) {
            throw new MalformedAnswerException("error.code is " + code);
        }
        String message = error.text("message");
        return new ErrorCode((int) code, message.isEmpty() ? NAMELESS_ERROR : message, error.flag("temporary"));
    }

    /**
     * A code that no close frame may carry still ends the connection, for good: the backend does not want it, and a client
     * that came back at once would only meet the same answer.
     */
    private static Disconnect disconnect(JsonObject disconnect) {
        long code = disconnect.integer("code");
        if (code < 3_000 || code > 4_999) {
            return Disconnect.FORCE_DISCONNECT;
        }
        String reason = disconnect.text("reason");
        return new Disconnect((int) code, reason.isBlank() ? NAMELESS_DISCONNECT : shortened(reason));
    }

    /** As much as fits into a close frame, in whole characters. */
    private static String shortened(String reason) {
        String text = reason;
        while (text.getBytes(StandardCharsets.UTF_8).length > MAX_REASON_BYTES) {
            int end = Math.min(text.length(), MAX_REASON_BYTES + 1);
            text = text.substring(0, text.offsetByCodePoints(end, -1));
        }
        return text;
    }
}
