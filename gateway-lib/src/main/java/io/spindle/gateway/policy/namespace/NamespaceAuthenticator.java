package io.spindle.gateway.policy.namespace;

import io.spindle.gateway.api.Disconnect;
import io.spindle.gateway.api.ErrorCode;
import io.spindle.gateway.api.Refresh;
import io.spindle.gateway.api.auth.Authentication;
import io.spindle.gateway.api.auth.Authentication.Accepted;
import io.spindle.gateway.api.auth.Authenticator;
import io.spindle.gateway.api.auth.ConnectAttempt;
import io.spindle.gateway.api.client.ConnectedClient;
import io.spindle.gateway.guard.NonBlocking;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides who connects, in the order that Centrifugo has: a token that is there counts alone; without one a connect proxy
 * is asked, then anonymous clients are let in where they may be, then a header that names the user is believed. Whoever
 * is left is disconnected with 3501. Adds the user's personal channel, and what clients may wish for.
 *
 * <p>Immutable, thread-safe, never blocks. Answers are there at once, unless somebody else has to be asked.
 *
 * @see <a href="https://centrifugal.dev/docs/server/authentication">Centrifugo's authentication</a>
 */
public final class NamespaceAuthenticator implements Authenticator, NonBlocking {
    private static final Logger log = LoggerFactory.getLogger(NamespaceAuthenticator.class);

    private static final Authentication NO_CREDENTIALS = new Authentication.Disconnected(Disconnect.BAD_REQUEST);
    private static final Authentication INVALID_TOKEN = new Authentication.Disconnected(Disconnect.INVALID_TOKEN);
    private static final Authentication UNKNOWN_WISH = new Authentication.Disconnected(Disconnect.BAD_REQUEST);
    private static final Authentication REFRESHED_BY_GATEWAY = new Authentication.Disconnected(Disconnect.BAD_REQUEST);
    private static final Authentication UNKNOWN_CHANNEL = new Authentication.Refused(ErrorCode.UNKNOWN_CHANNEL);
    private static final Authentication OTHERS_NOT_ENDED = new Authentication.Disconnected(Disconnect.SERVER_ERROR);

    private final ChannelNamespaces namespaces;
    private final Optional<Authenticator> tokens;
    private final Optional<CredentialSource> connectProxy;
    private final Optional<Prolongation> refreshProxy;
    private final boolean allowAnonymous;
    private final boolean insecure;
    private final Optional<String> userIdHeader;
    private final Optional<PersonalChannels> personalChannels;
    private final ChannelWishes wishes;

    NamespaceAuthenticator(NamespaceAuthenticatorBuilder from) {
        this.namespaces = from.namespaces;
        this.tokens = from.tokens;
        this.connectProxy = from.connectProxy;
        this.refreshProxy = from.refreshProxy;
        this.allowAnonymous = from.allowAnonymousConnectWithoutToken;
        this.insecure = from.insecure;
        this.userIdHeader = from.userIdHttpHeader;
        this.personalChannels = from.personalChannels();
        this.wishes = new ChannelWishes(namespaces, insecure);
    }

    public static NamespaceAuthenticatorBuilder builder(ChannelNamespaces namespaces) {
        return new NamespaceAuthenticatorBuilder(namespaces);
    }

    @Override
    public CompletionStage<Authentication> authenticate(ConnectAttempt attempt) {
        if (!attempt.token().isEmpty()) {
            return tokens.isEmpty()
                    ? stage(INVALID_TOKEN)
                    : tokens.get().authenticate(attempt).thenCompose(answer -> byToken(attempt, answer));
        }
        return connectProxy.isEmpty()
                ? withoutToken(attempt)
                : connectProxy
                        .get()
                        .ask(attempt)
                        .thenCompose(
                                answer -> answer.isPresent() ? byProxy(attempt, answer.get()) : withoutToken(attempt));
    }

    private CompletionStage<Authentication> byToken(ConnectAttempt attempt, Authentication answer) {
        if (!(answer instanceof Accepted accepted)) {
            return stage(answer);
        }
        if (hasUnknownChannel(accepted)) {
            return stage(UNKNOWN_CHANNEL);
        }
        Accepted lasting = accepted.withExpiry(
                insecure ? Optional.empty() : accepted.expiresAt(),
                refreshProxy.isPresent() ? Refresh.BY_GATEWAY : accepted.refresh());
        return withPersonalChannel(attempt, lasting, subscribed -> withWishes(subscribed, attempt));
    }

    private CompletionStage<Authentication> byProxy(ConnectAttempt attempt, Authentication answer) {
        if (!(answer instanceof Accepted accepted)) {
            return stage(answer);
        }
        // The proxy was told what the client wishes for, and has decided.
        return hasUnknownChannel(accepted)
                ? stage(UNKNOWN_CHANNEL)
                : withPersonalChannel(attempt, accepted, subscribed -> subscribed);
    }

    private CompletionStage<Authentication> withoutToken(ConnectAttempt attempt) {
        if (allowAnonymous || insecure) {
            return stage(withWishes(Accepted.user(""), attempt));
        }
        return stage(userInHeader(attempt).<Authentication>map(Accepted::user).orElse(NO_CREDENTIALS));
    }

    private Optional<String> userInHeader(ConnectAttempt attempt) {
        return userIdHeader
                .flatMap(name -> attempt.transport().headers().getOrDefault(name, List.of()).stream()
                        .findFirst())
                .filter(user -> !user.isEmpty());
    }

    private boolean hasUnknownChannel(Accepted accepted) {
        return !accepted.subscriptions().keySet().stream().allMatch(namespaces::contains);
    }

    private CompletionStage<Authentication> withPersonalChannel(
            ConnectAttempt attempt, Accepted accepted, Function<Accepted, Authentication> then) {
        if (personalChannels.isEmpty()) {
            return stage(then.apply(accepted));
        }
        return personalChannels.get().addTo(accepted, attempt.clientId()).handle((subscribed, failure) -> {
            if (failure == null) {
                return then.apply(subscribed);
            }
            log.warn("The other connections of a user could not be ended: user={}", accepted.userId(), failure);
            return OTHERS_NOT_ENDED;
        });
    }

    private Authentication withWishes(Accepted accepted, ConnectAttempt attempt) {
        return wishes.addTo(accepted, attempt.channels())
                .<Authentication>map(granted -> granted)
                .orElse(UNKNOWN_WISH);
    }

    @Override
    public CompletionStage<Authentication> refresh(ConnectedClient client, String token) {
        if (refreshProxy.isPresent()) {
            return stage(REFRESHED_BY_GATEWAY);
        }
        return tokens.isEmpty()
                ? stage(INVALID_TOKEN)
                : tokens.get().refresh(client, token).thenApply(answer -> {
                    boolean unknown = answer instanceof Accepted accepted && hasUnknownChannel(accepted);
                    return unknown ? UNKNOWN_CHANNEL : answer;
                });
    }

    @Override
    public CompletionStage<Authentication> prolong(ConnectedClient client) {
        return refreshProxy.map(proxy -> proxy.prolong(client)).orElseGet(() -> Authenticator.super.prolong(client));
    }

    private static CompletionStage<Authentication> stage(Authentication authentication) {
        return CompletableFuture.completedFuture(authentication);
    }
}
