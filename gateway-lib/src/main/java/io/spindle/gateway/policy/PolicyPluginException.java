package io.spindle.gateway.policy;

import org.jspecify.annotations.Nullable;

/** A policy plugin can't be used: the start fails. The message is one line and names the jar, or what was asked for. */
public final class PolicyPluginException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PolicyPluginException(String message, @Nullable Throwable cause) {
        super(message.replaceAll("\\R+", " "), cause);
    }
}
