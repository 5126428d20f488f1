package io.spindle.gateway.proxy;

import io.spindle.gateway.api.Refresh;
import io.spindle.gateway.api.channel.ChannelAction;
import io.spindle.gateway.api.channel.ChannelOptions;
import io.spindle.gateway.api.channel.ChannelPolicy;
import io.spindle.gateway.api.channel.Decision;
import io.spindle.gateway.api.channel.Grant;
import io.spindle.gateway.api.channel.RecoveryOptions;
import io.spindle.gateway.api.channel.SubscribeTerms;
import io.spindle.gateway.api.client.ConnectedClient;
import io.spindle.gateway.guard.NonBlocking;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * A backend that says who subscribes. It is for clients without a subscription token; everything but subscribing is
 * refused with error 108. Clients' wishes for recovery and for joins do not count: the channel's options and the backend
 * decide. Thread-safe.
 *
 * @see <a href="https://centrifugal.dev/docs/server/proxy#subscribe-proxy">Centrifugo: subscribe proxy</a>
 */
final class SubscribeProxy implements ChannelPolicy, NonBlocking {
    private final ProxyCall call;
    private final Function<String, Optional<ChannelOptions>> options;
    private final Refresh refresh;

    SubscribeProxy(ProxyCall call, Function<String, Optional<ChannelOptions>> options, Refresh refresh) {
        this.call = call;
        this.options = options;
        this.refresh = refresh;
    }

    @Override
    public CompletionStage<Decision> decide(ConnectedClient client, String channel, ChannelAction action) {
        if (!(action instanceof ChannelAction.Subscribe subscribe)) {
            return CompletableFuture.completedStage(Decision.notAvailable("the proxy is for subscribing"));
        }
        return options.apply(channel)
                .map(found -> ask(client, channel, subscribe, found))
                .orElseGet(() -> CompletableFuture.completedStage(UnknownChannel.DENIED));
    }

    private CompletionStage<Decision> ask(
            ConnectedClient client, String channel, ChannelAction.Subscribe subscribe, ChannelOptions found) {
        return call.ask(
                call.request(client).text("channel", channel).data(subscribe.data()),
                client.transport(),
                new ChannelAnswer(Decision.allow(unasked(found)), fields -> allow(found, fields)));
    }

    private Decision allow(ChannelOptions found, JsonObject fields) {
        return Decision.allow(
                // Wishes last: what is no longer forced could be asked for.
                unasked(OverrideReader.read(fields).applyTo(found)),
                new SubscribeTerms(fields.data("info"), fields.data("data"), UnixTime.expiry(fields), refresh));
    }

    private static ChannelOptions unasked(ChannelOptions options) {
        RecoveryOptions recovery = options.recovery();
        return options.withJoinLeave(options.joinLeave(), unasked(options.pushJoinLeave()))
                .withRecovery(new RecoveryOptions(
                        unasked(recovery.positioned()),
                        unasked(recovery.recoverable()),
                        recovery.mode(),
                        recovery.cacheAlways()));
    }

    private static Grant unasked(Grant grant) {
        return grant == Grant.IF_ASKED ? Grant.NEVER : grant;
    }

    @Override
    public Optional<ChannelOptions> options(String channel) {
        return options.apply(channel);
    }
}
