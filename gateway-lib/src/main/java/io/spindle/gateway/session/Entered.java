package io.spindle.gateway.session;

import io.spindle.gateway.api.Disconnect;
import io.spindle.gateway.api.ErrorCode;
import io.spindle.gateway.protocol.Result;

/** What became of entering a channel. */
sealed interface Entered {
    /** The client is in the channel; its pushes are kept back until the subscription is committed. */
    record In(Subscription subscription, Result.Subscribe result) implements Entered {}

    /** Nothing is left behind; the command is answered with an error. */
    record Refused(ErrorCode error) implements Entered {}

    /** Nothing is left behind; the connection is in no state to go on. */
    record Broken(Disconnect disconnect) implements Entered {}
}
