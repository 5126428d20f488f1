package io.spindle.gateway.session;

import io.spindle.gateway.api.Disconnect;
import io.spindle.gateway.api.ErrorCode;
import io.spindle.gateway.protocol.ClientCodec;
import io.spindle.gateway.protocol.Encoding;
import io.spindle.gateway.protocol.Result;

/**
 * The answers of one session to its commands. Each command that was {@linkplain #asked counted} is answered exactly once,
 * by one of the other methods, from any thread.
 */
final class Answers {
    private final Session session;
    private final ClientCodec codec;
    private final Outbound outbound;
    private final Inbound inbound;
    private final InFlight inFlight;

    Answers(Session session, ClientCodec codec, Outbound outbound, Inbound inbound, InFlight inFlight) {
        this.session = session;
        this.codec = codec;
        this.outbound = outbound;
        this.inbound = inbound;
        this.inFlight = inFlight;
    }

    /** Counts a command that will be answered; false if it is too late for that, because of a shutdown. */
    boolean asked() {
        if (!inFlight.began()) {
            return false;
        }
        inbound.asked();
        return true;
    }

    void reply(int id, Result result) {
        if (carries(result)) {
            outbound.send(codec.reply(id, result));
        }
        answered();
    }

    /** An error. After one to its connect command a connection can't be used any more. */
    void fail(int id, ErrorCode error) {
        if (session.kind().isUnidirectional()) {
            refuse(session.unidirectional(error));
            return;
        }
        session.connectFailed();
        outbound.send(codec.error(id, error));
        answered();
    }

    /** Answers by ending the connection. */
    void refuse(Disconnect disconnect) {
        session.disconnect(disconnect);
        answered();
    }

    /** The subscribe reply; what was published meanwhile follows it, and nothing of the channel precedes it. */
    void subscribed(int id, Result.Subscribe result, Subscription subscription) {
        if (carries(result)) {
            session.channels().commit(subscription, codec.reply(id, result));
        } else {
            session.channels().abandon(subscription);
        }
        answered();
    }

    private boolean carries(Result result) {
        boolean fits = codec.encoding() == Encoding.PROTOBUF || result.isJson();
        if (!fits) {
            session.disconnect(Disconnect.INAPPROPRIATE_PROTOCOL);
        }
        return fits;
    }

    private void answered() {
        inFlight.ended();
        inbound.answered();
    }
}
