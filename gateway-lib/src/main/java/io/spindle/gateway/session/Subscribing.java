package io.spindle.gateway.session;

import io.spindle.gateway.api.Disconnect;
import io.spindle.gateway.api.ErrorCode;
import io.spindle.gateway.api.Payload;
import io.spindle.gateway.api.Refresh;
import io.spindle.gateway.broker.HistoryPage;
import io.spindle.gateway.delta.DeltaForms;
import io.spindle.gateway.protocol.Encoding;
import io.spindle.gateway.protocol.Publication;
import io.spindle.gateway.protocol.Result;
import io.spindle.gateway.protocol.StreamPosition;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way into a channel, the same for subscriptions of the client and of the server. In this order: hub entry (pushes
 * are kept back from here on), the node's subscription at the broker, presence, position and missed publications. The
 * stream is read only after live publications reach this node: what is published in between is either read or kept back,
 * and the cursor tells the two apart by their offsets. Whoever calls commits the subscription, which sends what was kept
 * back. After a failure nothing is left behind. Stateless.
 */
final class Subscribing {
    private static final CompletionStage<Optional<HistoryPage>> NOT_READ =
            CompletableFuture.completedFuture(Optional.empty());
    private static final Logger log = LoggerFactory.getLogger(Subscribing.class);

    private final SessionServices services;
    private final Membership membership;
    private final int recoveryLimit;

    Subscribing(SessionServices services, Membership membership) {
        this.services = services;
        this.membership = membership;
        this.recoveryLimit = services.settings().limits().maxRecoveredPublications();
    }

    /** Enters a channel; never fails. Serial work of the session only. */
    CompletionStage<Entered> enter(Session session, Identity identity, SubscribeRequest request) {
        Optional<Duration> life =
                request.terms().expiresAt().map(at -> Duration.between(Instant.now(services.clock()), at));
        if (life.isPresent() && (life.get().isNegative() || life.get().isZero())) {
            return CompletableFuture.completedFuture(new Entered.Refused(ErrorCode.EXPIRED));
        }
        Subscription subscription = new Subscription(session, request);
        services.hub().add(request.channel(), subscription);
        return services.broker()
                .subscribe(request.channel())
                .thenCompose(active -> membership.enter(session.clientId(), identity, subscription))
                .thenCompose(present -> read(request))
                .handle((page, failure) -> {
                    if (failure == null) {
                        return entered(session, request, subscription, page, life);
                    }
                    log.warn(
                            "Subscribing failed: channel={} client={}", request.channel(), session.clientId(), failure);
                    return abandoned(session, subscription, new Entered.Broken(Disconnect.SERVER_ERROR));
                });
    }

    private CompletionStage<Optional<HistoryPage>> read(SubscribeRequest request) {
        if (!request.positioned()) {
            return NOT_READ;
        }
        return services.broker()
                .history(
                        request.channel(),
                        Recovery.query(request, recoveryLimit),
                        request.options().history())
                .thenApply(Optional::of);
    }

    private Entered entered(
            Session session,
            SubscribeRequest request,
            Subscription subscription,
            Optional<HistoryPage> page,
            Optional<Duration> life) {
        Recovery.Outcome outcome = page.isEmpty() ? Recovery.Outcome.LOST : Recovery.outcome(request, page.get());
        if (request.rejectUnrecovered() && isLost(request, outcome)) {
            return abandoned(session, subscription, new Entered.Refused(ErrorCode.UNRECOVERABLE_POSITION));
        }
        StreamPosition top = page.map(HistoryPage::top).orElse(StreamPosition.ZERO);
        session.channels().begin(subscription, top, !outcome.publications().isEmpty());
        return new Entered.In(
                subscription,
                result(request, outcome, top, life, session.channels().codec().encoding()));
    }

    private static boolean isLost(SubscribeRequest request, Recovery.Outcome outcome) {
        return request.recoverable() && request.recover().isPresent() && !outcome.recovered();
    }

    private static Result.Subscribe result(
            SubscribeRequest request,
            Recovery.Outcome outcome,
            StreamPosition top,
            Optional<Duration> life,
            Encoding encoding) {
        // The server's own subscriptions expire without a word: the connection's expiry is told.
        boolean expires =
                life.isPresent() && !request.isServerSide() && request.terms().refresh() == Refresh.BY_CLIENT;
        return new Result.Subscribe(
                expires,
                expires ? Expiry.ttl(life.get()) : 0,
                request.positioned(),
                request.recoverable(),
                position(request, outcome, top),
                request.delta() ? patches(outcome.publications(), encoding) : outcome.publications(),
                outcome.recovered(),
                request.recovering().isPresent(),
                request.terms().data(),
                request.delta());
    }

    /** Where the client stands before it has processed the recovered publications. */
    private static StreamPosition position(SubscribeRequest request, Recovery.Outcome outcome, StreamPosition top) {
        return outcome.recovered()
                ? new StreamPosition(request.recovering().orElse(top).offset(), top.epoch())
                : top;
    }

    /** The first whole, each of the others as the difference to the one before it. */
    private static List<Publication> patches(List<Publication> publications, Encoding encoding) {
        List<Publication> patches = new ArrayList<>(publications.size());
        Optional<Payload> previous = Optional.empty();
        for (Publication publication : publications) {
            patches.add(new DeltaForms(publication, previous).patch(encoding));
            previous = Optional.of(publication.data());
        }
        return patches;
    }

    private static Entered abandoned(Session session, Subscription subscription, Entered answer) {
        session.channels().abandon(subscription);
        return answer;
    }
}
