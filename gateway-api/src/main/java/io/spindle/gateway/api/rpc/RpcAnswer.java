package io.spindle.gateway.api.rpc;

import io.spindle.gateway.api.Disconnect;
import io.spindle.gateway.api.ErrorCode;
import io.spindle.gateway.api.Payload;
import java.util.Objects;
import java.util.Optional;

/** The answer to a remote call. */
public sealed interface RpcAnswer {
    /**
     * It is done.
     *
     * @param data what the caller gets; absent for nothing
     */
    record Done(Optional<Payload> data) implements RpcAnswer {
        /** Nothing to tell. */
        public static final Done NOTHING = new Done(Optional.empty());

        public Done {
            Objects.requireNonNull(data, "data");
        }
    }

    /** An error reply, unchanged to the caller; applications use the codes 400 to 1999. */
    record Failed(ErrorCode error) implements RpcAnswer {
        public Failed {
            Objects.requireNonNull(error, "error");
        }
    }

    /** The caller's connection is closed. */
    record Closed(Disconnect disconnect) implements RpcAnswer {
        public Closed {
            Objects.requireNonNull(disconnect, "disconnect");
        }
    }

    static RpcAnswer done(Payload data) {
        return new Done(Optional.of(data));
    }
}
