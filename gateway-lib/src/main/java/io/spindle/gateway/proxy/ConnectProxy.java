package io.spindle.gateway.proxy;

import io.spindle.gateway.api.Disconnect;
import io.spindle.gateway.api.ErrorCode;
import io.spindle.gateway.api.Refresh;
import io.spindle.gateway.api.auth.Authentication;
import io.spindle.gateway.api.auth.ConnectAttempt;
import io.spindle.gateway.api.auth.ServerSubscription;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CompletionStage;

/**
 * A backend that says who connects. It is for clients without a token. Thread-safe.
 *
 * @see <a href="https://centrifugal.dev/docs/server/proxy#connect-proxy">Centrifugo: connect proxy</a>
 */
public final class ConnectProxy {
    private final ProxyCall call;
    private final ProxyAnswer.Cases<Optional<Authentication>> meaning;

    ConnectProxy(ProxyCall call, Refresh refresh) {
        this.call = call;
        this.meaning = new Meaning(refresh);
    }

    /**
     * Asks who a client is. The client's wish for channels goes to the backend; only the backend's word counts.
     *
     * @return accepted, refused or disconnected; absent if the backend has nothing to say about the client, so that it is
     *     anonymous where anonymous clients may connect; failed if there is no answer that counts
     */
    public CompletionStage<Optional<Authentication>> ask(ConnectAttempt attempt) {
        RequestWriter request = call.request(attempt.clientId(), attempt.transport())
                .data(attempt.data())
                .text("name", attempt.name())
                .text("version", attempt.version())
                .texts("channels", new TreeSet<>(attempt.channels()));
        return call.ask(request, attempt.transport(), meaning);
    }

    /** What answers mean. */
    private record Meaning(Refresh refresh) implements ProxyAnswer.Cases<Optional<Authentication>> {
        @Override
        public Optional<Authentication> result(JsonObject fields) {
            return Optional.of(Authentication.Accepted.user(fields.text("user"))
                    .withInfo(fields.data("info"))
                    .withExpiry(UnixTime.expiry(fields), refresh)
                    .withData(fields.data("data"))
                    .withSubscriptions(subscriptions(fields))
                    .withMeta(fields.json("meta")));
        }

        @Override
        public Optional<Authentication> nothing() {
            return Optional.empty();
        }

        @Override
        public Optional<Authentication> failed(ErrorCode error) {
            return Optional.of(new Authentication.Refused(error));
        }

        @Override
        public Optional<Authentication> ended(Disconnect disconnect) {
            return Optional.of(new Authentication.Disconnected(disconnect));
        }

        private static Map<String, ServerSubscription> subscriptions(JsonObject fields) {
            Map<String, ServerSubscription> subscriptions = new HashMap<>();
            fields.list("channels").forEach(channel -> subscriptions.put(channel, ServerSubscription.PLAIN));
            fields.objects("subs")
                    .forEach((channel, options) -> subscriptions.put(
                            channel,
                            new ServerSubscription(
                                    options.data("info"), options.data("data"), OverrideReader.read(options))));
            return subscriptions;
        }
    }
}
