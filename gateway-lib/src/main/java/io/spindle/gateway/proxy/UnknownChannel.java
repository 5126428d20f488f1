package io.spindle.gateway.proxy;

import io.spindle.gateway.api.ErrorCode;
import io.spindle.gateway.api.channel.Decision;

/** The decision about a channel that does not exist. */
final class UnknownChannel {
    static final Decision DENIED = Decision.deny(ErrorCode.UNKNOWN_CHANNEL, "unknown_channel", "no such channel");

    private UnknownChannel() {}
}
