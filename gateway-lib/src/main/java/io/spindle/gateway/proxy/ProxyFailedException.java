package io.spindle.gateway.proxy;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** A backend could not be asked, or gave no answer that counts; the message says which and why, without clients' data. */
final class ProxyFailedException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    ProxyFailedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
