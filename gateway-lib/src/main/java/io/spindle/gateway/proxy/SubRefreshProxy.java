package io.spindle.gateway.proxy;

import io.spindle.gateway.api.Disconnect;
import io.spindle.gateway.api.ErrorCode;
import io.spindle.gateway.api.Refresh;
import io.spindle.gateway.api.channel.ChannelAction;
import io.spindle.gateway.api.channel.ChannelOptions;
import io.spindle.gateway.api.channel.ChannelPolicy;
import io.spindle.gateway.api.channel.Decision;
import io.spindle.gateway.api.channel.SubscribeTerms;
import io.spindle.gateway.api.client.ConnectedClient;
import io.spindle.gateway.guard.NonBlocking;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * A backend that prolongs subscriptions that expire; everything else is refused with error 108. Only a result that does not
 * say {@code expired} lets one live on; errors and disconnects of the backend are denials like others, for the end is that
 * of the subscription. Thread-safe.
 *
 * @see <a href="https://centrifugal.dev/docs/server/proxy#sub-refresh-proxy">Centrifugo: sub refresh proxy</a>
 */
final class SubRefreshProxy implements ChannelPolicy, NonBlocking {
    private final ProxyCall call;
    private final Function<String, Optional<ChannelOptions>> options;

    SubRefreshProxy(ProxyCall call, Function<String, Optional<ChannelOptions>> options) {
        this.call = call;
        this.options = options;
    }

    @Override
    public CompletionStage<Decision> decide(ConnectedClient client, String channel, ChannelAction action) {
        if (!(action instanceof ChannelAction.RefreshSubscription)) {
            return CompletableFuture.completedStage(Decision.notAvailable("the proxy is for prolonging"));
        }
        return options.apply(channel)
                .map(found ->
                        call.ask(call.request(client).text("channel", channel), client.transport(), new Meaning(found)))
                .orElseGet(() -> CompletableFuture.completedStage(UnknownChannel.DENIED));
    }

    @Override
    public Optional<ChannelOptions> options(String channel) {
        return options.apply(channel);
    }

    /** What answers mean. */
    private record Meaning(ChannelOptions options) implements ProxyAnswer.Cases<Decision> {
        private static final Decision ENDS =
                Decision.deny(ErrorCode.EXPIRED, ChannelAnswer.REASON, "the proxy does not prolong");

        @Override
        public Decision result(JsonObject fields) {
            if (fields.flag("expired")) {
                return ENDS;
            }
            return Decision.allow(
                    options,
                    new SubscribeTerms(
                            fields.data("info"), Optional.empty(), UnixTime.expiry(fields), Refresh.BY_GATEWAY));
        }

        @Override
        public Decision nothing() {
            return ENDS;
        }

        @Override
        public Decision failed(ErrorCode error) {
            return ENDS;
        }

        @Override
        public Decision ended(Disconnect disconnect) {
            return ENDS;
        }
    }
}
