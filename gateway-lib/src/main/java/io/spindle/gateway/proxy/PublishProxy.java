package io.spindle.gateway.proxy;

import io.spindle.gateway.api.channel.ChannelAction;
import io.spindle.gateway.api.channel.ChannelOptions;
import io.spindle.gateway.api.channel.ChannelPolicy;
import io.spindle.gateway.api.channel.Decision;
import io.spindle.gateway.api.channel.DeltaOptions;
import io.spindle.gateway.api.channel.PublishTerms;
import io.spindle.gateway.api.client.ConnectedClient;
import io.spindle.gateway.guard.NonBlocking;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * A backend that says who publishes, and may change what is published; everything but publishing is refused with error
 * 108. Whether a publication is made for deltas is the backend's word alone. Thread-safe.
 *
 * @see <a href="https://centrifugal.dev/docs/server/proxy#publish-proxy">Centrifugo: publish proxy</a>
 */
final class PublishProxy implements ChannelPolicy, NonBlocking {
    private final ProxyCall call;
    private final Function<String, Optional<ChannelOptions>> options;

    PublishProxy(ProxyCall call, Function<String, Optional<ChannelOptions>> options) {
        this.call = call;
        this.options = options;
    }

    @Override
    public CompletionStage<Decision> decide(ConnectedClient client, String channel, ChannelAction action) {
        if (!(action instanceof ChannelAction.Publish publish)) {
            return CompletableFuture.completedStage(Decision.notAvailable("the proxy is for publishing"));
        }
        return options.apply(channel)
                .map(found -> ask(client, channel, publish, withoutDelta(found)))
                .orElseGet(() -> CompletableFuture.completedStage(UnknownChannel.DENIED));
    }

    private CompletionStage<Decision> ask(
            ConnectedClient client, String channel, ChannelAction.Publish publish, ChannelOptions found) {
        return call.ask(
                call.request(client).text("channel", channel).data(publish.data()),
                client.transport(),
                new ChannelAnswer(Decision.allow(found), fields -> Decision.allow(found, terms(fields))));
    }

    private static PublishTerms terms(JsonObject fields) {
        return new PublishTerms(
                fields.data("data"),
                fields.texts("tags"),
                fields.flag("skip_history"),
                fields.flag("delta"),
                fields.text("idempotency_key"),
                fields.integer("version"),
                fields.text("version_epoch"));
    }

    private static ChannelOptions withoutDelta(ChannelOptions options) {
        return options.withDelta(new DeltaOptions(options.delta().fossil(), false));
    }

    @Override
    public Optional<ChannelOptions> options(String channel) {
        return options.apply(channel);
    }
}
