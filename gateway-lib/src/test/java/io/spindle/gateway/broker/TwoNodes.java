package io.spindle.gateway.broker;

import io.spindle.gateway.api.Payload;
import io.spindle.gateway.api.channel.HistoryOptions;
import io.spindle.gateway.protocol.ClientInfo;
import io.spindle.gateway.protocol.Publication;
import io.spindle.gateway.protocol.StreamPosition;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/** Two running nodes that see the same streams; both have subscribers of {@link #CHANNEL}. */
public final class TwoNodes implements AutoCloseable {
    static final String CHANNEL = "news";

    /** Keeps ten; short enough that a test can wait for the end of both lives. */
    static final HistoryOptions TEN = new HistoryOptions(10, Duration.ofSeconds(2), Duration.ofSeconds(4));

    final Broker first;
    final Broker second;
    final RecordingNode atFirst = new RecordingNode("first");
    final RecordingNode atSecond = new RecordingNode("second");
    final String firstId = UUID.randomUUID().toString();
    final String secondId = UUID.randomUUID().toString();

    /** Starts two brokers, which it closes in the end. */
    public TwoNodes(Broker first, Broker second) {
        this.first = first;
        this.second = second;
        first.start(firstId, atFirst);
        second.start(secondId, atSecond);
        subscribe(CHANNEL);
    }

    void subscribe(String channel) {
        done(first.subscribe(channel));
        done(second.subscribe(channel));
    }

    static PublishOptions keeping(HistoryOptions history) {
        return new PublishOptions(history, false, "", 0, "");
    }

    static PublishOptions once(HistoryOptions history, String idempotencyKey) {
        return new PublishOptions(history, false, idempotencyKey, 0, "");
    }

    static PublishOptions version(long version, String versionEpoch) {
        return new PublishOptions(TEN, false, "", version, versionEpoch);
    }

    static Publication publication(String text) {
        return new Publication(Payload.binary(text.getBytes(StandardCharsets.UTF_8)), Optional.empty());
    }

    static ClientInfo client(String user) {
        return new ClientInfo(user, "client-of-" + user, Optional.empty(), Optional.empty());
    }

    StreamPosition publish(String text) {
        return publish(text, keeping(TEN));
    }

    StreamPosition publish(String text, PublishOptions options) {
        return done(first.publish(CHANNEL, publication(text), options));
    }

    void publishAll(String... texts) {
        for (String text : texts) {
            publish(text);
        }
    }

    HistoryPage read(HistoryQuery query) {
        return done(second.history(CHANNEL, query, TEN));
    }

    /** What is kept, oldest first. */
    List<String> kept() {
        return texts(HistoryQuery.after(0, -1));
    }

    List<String> texts(HistoryQuery query) {
        return read(query).publications().stream().map(RecordingNode::text).toList();
    }

    StreamPosition top() {
        return read(HistoryQuery.POSITION).top();
    }

    static HistoryQuery before(long offset, int limit) {
        return new HistoryQuery(limit, OptionalLong.of(offset), true);
    }

    static <T> T done(CompletionStage<T> stage) {
        return stage.toCompletableFuture().orTimeout(20, TimeUnit.SECONDS).join();
    }

    @Override
    public void close() {
        first.close();
        second.close();
    }
}
