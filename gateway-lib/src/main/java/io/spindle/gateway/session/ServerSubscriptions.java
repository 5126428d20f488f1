package io.spindle.gateway.session;

import io.spindle.gateway.api.Disconnect;
import io.spindle.gateway.api.ErrorCode;
import io.spindle.gateway.api.auth.ServerSubscription;
import io.spindle.gateway.api.channel.ChannelOptions;
import io.spindle.gateway.broker.ControlMessage;
import io.spindle.gateway.protocol.Command;
import io.spindle.gateway.protocol.Result;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Subscriptions that the server makes: with the connection, and while it lasts. Stateless. */
final class ServerSubscriptions {
    private final SessionServices services;
    private final Subscribing subscribing;

    ServerSubscriptions(SessionServices services, Subscribing subscribing) {
        this.services = services;
        this.subscribing = subscribing;
    }

    /** What became of subscribing a client that connects: all of it, or nothing. */
    sealed interface Outcome {
        /** It is in all channels; to be {@linkplain #commit committed} behind the connect reply. */
        record Made(List<Entered.In> entered) implements Outcome {
            static final Made NOTHING = new Made(List.of());

            /** For the connect reply. */
            Map<String, Result.Subscribe> results() {
                if (entered.isEmpty()) {
                    return Map.of();
                }
                Map<String, Result.Subscribe> results = new LinkedHashMap<>();
                for (Entered.In in : entered) {
                    results.put(in.subscription().channel(), in.result());
                }
                return results;
            }
        }

        record Refused(ErrorCode error) implements Outcome {}

        record Broken(Disconnect disconnect) implements Outcome {}
    }

    /**
     * Enters the channels of a client that connects, all at once. Never fails.
     *
     * @param resumes what the client remembers of them
     */
    CompletionStage<Outcome> enter(
            Session session,
            Identity identity,
            Map<String, ServerSubscription> subscriptions,
            Map<String, Command.Resume> resumes) {
        List<CompletableFuture<Entered>> entering = new ArrayList<>();
        subscriptions.forEach((channel, subscription) -> entering.add(services.policy()
                .options(channel)
                .thenCompose(options -> enter(
                        session, identity, channel, options, subscription, Optional.ofNullable(resumes.get(channel))))
                .exceptionally(failure -> new Entered.Refused(ErrorCode.INTERNAL))
                .toCompletableFuture()));
        return CompletableFuture.allOf(entering.toArray(CompletableFuture<?>[]::new))
                .thenApply(done -> outcome(session, entering));
    }

    private CompletionStage<Entered> enter(
            Session session,
            Identity identity,
            String channel,
            Optional<ChannelOptions> options,
            ServerSubscription subscription,
            Optional<Command.Resume> resume) {
        if (options.isEmpty()) {
            return CompletableFuture.completedFuture(new Entered.Refused(ErrorCode.UNKNOWN_CHANNEL));
        }
        return subscribing.enter(
                session,
                identity,
                SubscribeRequest.of(
                        channel,
                        subscription.overrides().applyTo(options.get()),
                        subscription,
                        resume,
                        Optional.empty()));
    }

    private static Outcome outcome(Session session, List<CompletableFuture<Entered>> entering) {
        List<Entered.In> entered = new ArrayList<>();
        Outcome failed = null;
        for (CompletableFuture<Entered> each : entering) {
            Entered outcome = each.join();
            if (outcome instanceof Entered.In in) {
                entered.add(in);
            } else if (outcome instanceof Entered.Refused refused) {
                failed = new Outcome.Refused(refused.error());
            } else if (outcome instanceof Entered.Broken broken) {
                failed = new Outcome.Broken(broken.disconnect());
            }
        }
        if (failed == null) {
            return new Outcome.Made(entered);
        }
        abandon(session, entered);
        return failed;
    }

    /** The client did not connect after all. */
    static void abandon(Session session, List<Entered.In> entered) {
        entered.forEach(in -> session.channels().abandon(in.subscription()));
    }

    /** The connect reply is queued: pushes may follow, and the others are told. */
    static void commit(Session session, List<Entered.In> entered) {
        for (Entered.In in : entered) {
            session.channels().commit(in.subscription());
        }
    }

    /** Subscribes a connected client; does nothing if it is subscribed already. Serial work only. */
    CompletionStage<?> subscribe(Session session, ControlMessage.Subscribe message) {
        String channel = message.channel();
        if (session.isClosed() || session.subscriptions().get(channel) != null) {
            return Commands.DONE;
        }
        if (session.subscriptions().count() >= services.settings().limits().maxChannels()) {
            session.disconnect(Disconnect.CHANNEL_LIMIT);
            return Commands.DONE;
        }
        SubscribeRequest request = SubscribeRequest.of(
                channel,
                message.options(),
                message.subscription(),
                message.recoverSince().map(since -> new Command.Resume(Optional.of(since), "")),
                message.expiresAt());
        return subscribing
                .enter(session, session.identity(), request)
                .thenAcceptAsync(entered -> entered(session, entered), services.executor());
    }

    private static void entered(Session session, Entered entered) {
        if (entered instanceof Entered.In in) {
            session.channels().tell(in);
            session.channels().commit(in.subscription());
        } else if (entered instanceof Entered.Broken broken) {
            session.disconnect(broken.disconnect());
        }
    }
}
