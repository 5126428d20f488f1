package io.spindle.gateway.http;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers who is in a channel, to those who may know. */
final class PresenceHandler implements Request.Handler {
    private static final Logger log = LoggerFactory.getLogger(PresenceHandler.class);
    private static final Answer GET_ONLY = Answer.text(HttpStatus.METHOD_NOT_ALLOWED_405, "only GET is allowed here");
    private static final Answer FORBIDDEN = Answer.text(
            HttpStatus.FORBIDDEN_403,
            "presence is for callers with the key of CENTRIFUGO_HTTP_API_KEY (X-API-Key: ... or Authorization: apikey"
                    + " ...), for local ones, or with HTTP_PRESENCE_PUBLIC for all");
    private static final Answer BAD_CHANNEL =
            Answer.text(HttpStatus.BAD_REQUEST_400, "the channel is not percent-encoded UTF-8");
    private static final Answer UNAVAILABLE =
            Answer.text(HttpStatus.SERVICE_UNAVAILABLE_503, "presence is unavailable, try again later");

    private final PresenceAccess access;
    private final PresenceSource source;
    private final Duration timeout;

    PresenceHandler(PresenceAccess access, PresenceSource source, Duration timeout) {
        this.access = access;
        this.source = source;
        this.timeout = timeout;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        if (!HttpMethod.GET.is(request.getMethod())) {
            response.getHeaders().put(HttpHeader.ALLOW, HttpMethod.GET.asString());
            GET_ONLY.send(response, callback);
            return true;
        }
        if (!access.allows(request)) {
            FORBIDDEN.send(response, callback);
            return true;
        }
        Optional<String> channel =
                ChannelPath.encodedChannel(RequestPath.of(request)).flatMap(ChannelPath::decode);
        if (channel.isEmpty()) {
            BAD_CHANNEL.send(response, callback);
            return true;
        }
        // The source may complete on a thread of Redis' client, which is not ours to write answers on.
        usersWithin(channel.get())
                .whenCompleteAsync(
                        (users, failure) ->
                                answer(channel.get(), users, failure).send(response, callback),
                        request.getComponents().getExecutor());
        return true;
    }

    private CompletionStage<List<PresenceUser>> usersWithin(String channel) {
        return source.users(channel).toCompletableFuture().copy().orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static Answer answer(String channel, @Nullable List<PresenceUser> users, @Nullable Throwable failure) {
        if (users == null) {
            // Without the channel: it is any text that a stranger put into the path.
            log.warn("Presence over HTTP failed", failure);
            return UNAVAILABLE;
        }
        return Answer.json(HttpStatus.OK_200, PresenceJson.encode(channel, users));
    }
}
