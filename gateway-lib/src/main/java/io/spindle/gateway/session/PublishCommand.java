package io.spindle.gateway.session;

import io.spindle.gateway.api.Disconnect;
import io.spindle.gateway.api.ErrorCode;
import io.spindle.gateway.api.Payload;
import io.spindle.gateway.api.Refusal;
import io.spindle.gateway.api.channel.ChannelAction;
import io.spindle.gateway.api.channel.ChannelOptions;
import io.spindle.gateway.api.channel.Decision;
import io.spindle.gateway.api.channel.Delivery;
import io.spindle.gateway.api.channel.PublishTerms;
import io.spindle.gateway.api.event.ClientEvent;
import io.spindle.gateway.api.transport.Appending;
import io.spindle.gateway.broker.PublishOptions;
import io.spindle.gateway.metrics.ChannelMetrics;
import io.spindle.gateway.policy.MessageText;
import io.spindle.gateway.protocol.Command;
import io.spindle.gateway.protocol.Publication;
import io.spindle.gateway.protocol.Result;
import io.spindle.gateway.protocol.StreamPosition;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code publish}. Serial up to the transport's queue, so that a connection's publications keep their order; the answer
 * comes when the event is durable, and the broadcast before it. Stateless.
 */
final class PublishCommand {
    private static final Logger log = LoggerFactory.getLogger(PublishCommand.class);
    private static final CompletionStage<StreamPosition> NOTHING_TO_BROADCAST =
            CompletableFuture.completedFuture(StreamPosition.ZERO);
    private static final Result PUBLISHED = new Result.Publish();

    private final SessionServices services;
    private final ChannelMetrics metrics;
    private final int maxChannelBytes;
    private final long timeoutNanos;

    PublishCommand(SessionServices services) {
        this.services = services;
        this.metrics = services.metrics().channels();
        this.maxChannelBytes = services.settings().limits().maxChannelBytes();
        this.timeoutNanos = services.settings().times().commandTimeout().toNanos();
    }

    CompletionStage<?> handle(Session session, Command.Publish command, long readAtNanos) {
        String channel = command.channel();
        if (channel.isEmpty()) {
            metrics.publishRejected("bad_request");
            session.answers().refuse(Disconnect.BAD_REQUEST);
            return Commands.DONE;
        }
        if (command.type() != 0) {
            return reject(session, command, ErrorCode.NOT_AVAILABLE, "not_available");
        }
        if (!ChannelName.isValid(channel, maxChannelBytes)) {
            return reject(session, command, ErrorCode.BAD_REQUEST, "invalid_channel");
        }
        Subscription subscription = session.subscriptions().get(channel);
        ChannelAction action = new ChannelAction.Publish(command.data(), subscription != null);
        return Later.then(
                session,
                command.id(),
                services.policy().decide(session.identity().client(), channel, action, services.nanosLeft(readAtNanos)),
                services.executor(),
                decision -> decided(session, command, decision, subscription, readAtNanos));
    }

    private CompletionStage<?> reject(Session session, Command.Publish command, ErrorCode error, String reason) {
        metrics.publishRejected(reason);
        session.answers().fail(command.id(), error);
        return Commands.DONE;
    }

    private CompletionStage<?> decided(
            Session session,
            Command.Publish command,
            Decision decision,
            @Nullable Subscription subscription,
            long readAtNanos) {
        if (decision instanceof Decision.Close close) {
            metrics.publishRejected(close.reason());
            session.answers().refuse(close.disconnect());
            return Commands.DONE;
        }
        if (decision instanceof Decision.Deny deny) {
            log.debug("Publish refused: client={} reason={} {}", session.clientId(), deny.reason(), deny.explanation());
            return reject(session, command, deny.error(), deny.reason());
        }
        Decision.Allow allow = (Decision.Allow) decision;
        ChannelOptions options = allow.options();
        PublishTerms terms = allow.publish();
        Identity identity = session.identity();
        Payload data = terms.data().orElse(command.data());
        Publication publication = new Publication(
                        data,
                        Optional.of(
                                subscription == null ? identity.info() : identity.infoIn(subscription.channelInfo())))
                .withTags(terms.tags());
        PublishOptions how = PublishOptions.of(options, terms);
        if (options.delivery() == Delivery.NONE) {
            broadcast(session, command, publication, how, readAtNanos);
        } else {
            ClientEvent.Message event = new ClientEvent.Message(
                    EventId.next(),
                    Instant.now(services.clock()),
                    command.channel(),
                    identity.source(),
                    data,
                    MessageText.of(data).value());
            services.workers()
                    .dispatch(event, options.workerPool(), readAtNanos + timeoutNanos)
                    .whenComplete((appending, failure) ->
                            appended(session, command, publication, how, readAtNanos, appending, failure));
        }
        return Commands.DONE;
    }

    private void appended(
            Session session,
            Command.Publish command,
            Publication publication,
            PublishOptions how,
            long readAtNanos,
            @Nullable Appending appending,
            @Nullable Throwable failure) {
        if (appending instanceof Appending.Appended) {
            broadcast(session, command, publication, how, readAtNanos);
        } else if (appending instanceof Appending.Refused refused) {
            refuse(session, command, refused.refusal());
        } else if (appending instanceof Appending.Unknown unknown) {
            refuse(session, command, Refusal.UNKNOWN_OUTCOME);
            broadcastIfAppended(command.channel(), publication, how, unknown);
        } else {
            log.error("Dispatching an event failed: channel={}", command.channel(), failure);
            metrics.publishFailed("redis_error");
            session.answers().fail(command.id(), ErrorCode.INTERNAL);
        }
    }

    private void refuse(Session session, Command.Publish command, Refusal refusal) {
        metrics.publishFailed(refusal.reason());
        session.answers().fail(command.id(), refusal.error());
    }

    /** The worker gets what is in its stream, so subscribers do too, whatever the publisher had to be told. */
    private void broadcastIfAppended(
            String channel, Publication publication, PublishOptions how, Appending.Unknown unknown) {
        unknown.later()
                .thenCompose(outcome -> outcome instanceof Appending.Appended
                        ? services.broker().publish(channel, publication, how)
                        : NOTHING_TO_BROADCAST)
                .whenComplete((done, failure) -> {
                    if (failure != null) {
                        log.warn("Publishing failed: channel={}", channel, failure);
                    }
                });
    }

    private void broadcast(
            Session session, Command.Publish command, Publication publication, PublishOptions how, long readAtNanos) {
        services.broker().publish(command.channel(), publication, how).whenComplete((position, failure) -> {
            if (failure == null) {
                metrics.published(System.nanoTime() - readAtNanos);
                session.answers().reply(command.id(), PUBLISHED);
            } else {
                log.warn("Publishing failed: channel={}", command.channel(), failure);
                metrics.publishFailed("broker_error");
                session.answers().fail(command.id(), ErrorCode.INTERNAL);
            }
        });
    }
}
