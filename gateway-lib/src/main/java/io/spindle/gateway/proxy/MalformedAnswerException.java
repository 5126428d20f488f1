package io.spindle.gateway.proxy;

import java.io.Serial;

/** An answer that says nothing, for it is not made as answers are. */
final class MalformedAnswerException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    MalformedAnswerException(String message) {
        super(message);
    }
}
