package io.spindle.gateway.broker.memory;

import io.spindle.gateway.api.channel.HistoryOptions;
import io.spindle.gateway.broker.HistoryPage;
import io.spindle.gateway.broker.HistoryQuery;
import io.spindle.gateway.broker.PublishOptions;
import io.spindle.gateway.broker.StreamPublication;
import io.spindle.gateway.protocol.Publication;
import io.spindle.gateway.protocol.StreamPosition;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.LongSupplier;

/** The channels that have a stream, or had one whose position is still known. Thread-safe. */
final class ChannelStreams {
    private static final CompletionStage<StreamPosition> NO_POSITION =
            CompletableFuture.completedFuture(StreamPosition.ZERO);

    private final ConcurrentHashMap<String, ChannelStream> channels = new ConcurrentHashMap<>();
    private final Nodes nodes;
    private final LongSupplier nanoTime;

    ChannelStreams(Nodes nodes, LongSupplier nanoTime) {
        this.nodes = nodes;
        this.nanoTime = nanoTime;
    }

    /** Publishes, and appends if the channel keeps something. */
    CompletionStage<StreamPosition> publish(
            String channel, Publication publication, PublishOptions options, Executor executor) {
        if (!options.history().isKept()) {
            return bring(channel, new Given.Published(StreamPublication.live(publication)), executor);
        }
        return use(channel, stream -> stream.publish(publication, options, executor));
    }

    /** Brings something that is in no stream; straight to the nodes unless the channel has a stream. */
    CompletionStage<StreamPosition> bring(String channel, Given given, Executor executor) {
        ChannelStream stream = channels.get(channel);
        if (stream != null) {
            // Behind what was published before and is still being handed over.
            Optional<CompletionStage<StreamPosition>> brought = stream.bring(given, executor);
            if (brought.isPresent()) {
                return brought.get();
            }
        }
        nodes.bring(channel, given);
        return NO_POSITION;
    }

    HistoryPage read(String channel, HistoryQuery query, HistoryOptions options) {
        return use(channel, stream -> stream.read(query, options));
    }

    void clear(String channel) {
        ChannelStream stream = channels.get(channel);
        if (stream != null) {
            stream.clear();
        }
    }

    /** Gives back the memory of what is past its time. */
    void sweep(long now) {
        channels.forEach((channel, stream) -> {
            if (stream.sweep(now)) {
                channels.remove(channel, stream);
            }
        });
    }

    int count() {
        return channels.size();
    }

    /** Does something with a channel's stream, which is made if there is none. */
    private <T> T use(String channel, Function<ChannelStream, Optional<T>> what) {
        while (true) {
            ChannelStream stream = channels.get(channel);
            if (stream == null) {
                stream = channels.computeIfAbsent(channel, name -> new ChannelStream(name, nodes, nanoTime));
            }
            Optional<T> done = what.apply(stream);
            if (done.isPresent()) {
                return done.get();
            }
            // It was swept away meanwhile; the sweeper may not have come to this yet.
            channels.remove(channel, stream);
        }
    }
}
