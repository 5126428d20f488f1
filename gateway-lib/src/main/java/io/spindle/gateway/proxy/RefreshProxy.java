package io.spindle.gateway.proxy;

import io.spindle.gateway.api.Disconnect;
import io.spindle.gateway.api.ErrorCode;
import io.spindle.gateway.api.Refresh;
import io.spindle.gateway.api.auth.Authentication;
import io.spindle.gateway.api.client.ConnectedClient;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * A backend that prolongs connections that expire. Thread-safe.
 *
 * @see <a href="https://centrifugal.dev/docs/server/proxy#refresh-proxy">Centrifugo: refresh proxy</a>
 */
public final class RefreshProxy {
    private final ProxyCall call;

    RefreshProxy(ProxyCall call) {
        this.call = call;
    }

    /**
     * Asks whether a connection whose time has come may live on; see {@link
     * io.spindle.gateway.api.auth.Authenticator#prolong}. Every answer but a result with a new expiry ends it, errors
     * included.
     *
     * @return accepted with the new expiry, or disconnected; failed if there is no answer that counts
     */
    public CompletionStage<Authentication> prolong(ConnectedClient client) {
        return call.ask(call.request(client), client.transport(), new Meaning(client));
    }

    /** What answers mean. */
    private record Meaning(ConnectedClient client) implements ProxyAnswer.Cases<Authentication> {
        private static final Authentication ENDS = new Authentication.Disconnected(Disconnect.EXPIRED);

        @Override
        public Authentication result(JsonObject fields) {
            boolean expired = fields.flag("expired");
            return UnixTime.expiry(fields)
                    .filter(at -> !expired)
                    .<Authentication>map(at -> Authentication.Accepted.user(client.userId())
                            .withExpiry(Optional.of(at), Refresh.BY_GATEWAY)
                            .withInfo(fields.data("info"))
                            .withMeta(fields.json("meta")))
                    .orElse(ENDS);
        }

        @Override
        public Authentication nothing() {
            return ENDS;
        }

        @Override
        public Authentication failed(ErrorCode error) {
            return ENDS;
        }

        @Override
        public Authentication ended(Disconnect disconnect) {
            return ENDS;
        }
    }
}
