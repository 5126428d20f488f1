package io.spindle.gateway.http;

import java.io.IOException;

/** A listener could not be opened; the message says which, by its setting, and why, in one line. */
public final class ListenException extends IOException {
    private static final long serialVersionUID = 1;

    ListenException(String message, Throwable cause) {
        super(message, cause);
    }
}
