package io.spindle.gateway.proxy;

import io.spindle.gateway.api.ErrorCode;
import io.spindle.gateway.api.client.ClientTransport;
import io.spindle.gateway.api.client.ConnectedClient;
import io.spindle.gateway.metrics.ProxyEventMetrics;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Asks one backend about one kind of event: a POST, tried once. An answer counts if its status is 200 (or one that stands
 * for something) and its body is made as answers are; all else is a failure, and so is an event that finds as many requests
 * in flight as may be. Never blocks. Thread-safe.
 */
final class ProxyCall {
    private static final int OK = 200;

    private final ProxyEvent event;
    private final ProxySettings settings;
    private final HttpClient http;
    private final Executor executor;
    private final ProxyEventMetrics metrics;
    private final Semaphore free;

    /** @param executor where answers are read */
    ProxyCall(ProxyEvent event, ProxySettings settings, HttpClient http, Executor executor, ProxyEventMetrics metrics) {
        this.event = event;
        this.settings = settings;
        this.http = http;
        this.executor = executor;
        this.metrics = metrics;
        this.free = new Semaphore(settings.limits().maxInFlight());
    }

    /** Begins the request of a client that has no identity yet. */
    RequestWriter request(String clientId, ClientTransport transport) {
        return new RequestWriter(settings, clientId, transport);
    }

    /** Begins the request of a connected client. */
    RequestWriter request(ConnectedClient client) {
        return new RequestWriter(settings, client);
    }

    /**
     * Asks.
     *
     * @param transport the client's, for its headers
     * @param cases what the answer means
     * @return failed with {@link ProxyFailedException} if there is no answer that counts
     */
    <R> CompletionStage<R> ask(RequestWriter request, ClientTransport transport, ProxyAnswer.Cases<R> cases) {
        return request.body().map(body -> send(body, transport, cases)).orElseGet(() -> {
            metrics.outcome("bad_data");
            return CompletableFuture.completedStage(cases.failed(ErrorCode.BAD_REQUEST));
        });
    }

    private <R> CompletionStage<R> send(byte[] body, ClientTransport transport, ProxyAnswer.Cases<R> cases) {
        HttpRequest request;
        try {
            request = httpRequest(body, transport);
        } catch (IllegalArgumentException malformed) {
            // A header that a client made up in its connect command can hold anything.
            return failed("bad_data", "a header of the client can't be copied", null);
        }
        if (!free.tryAcquire()) {
            return failed("too_many", settings.limits().maxInFlight() + " requests are in flight already", null);
        }
        long startedNanos = System.nanoTime();
        metrics.started();
        CompletableFuture<HttpResponse<byte[]>> exchange = http.sendAsync(
                request, head -> new BoundedBody(settings.limits().maxResponseBytes()));
        // A copy, for what ends it must not look to the exchange as if it had ended.
        return exchange.copy()
                .orTimeout(settings.limits().timeout().toNanos(), TimeUnit.NANOSECONDS)
                .handleAsync(
                        (response, failure) -> {
                            free.release();
                            metrics.ended(System.nanoTime() - startedNanos);
                            exchange.cancel(true);
                            return failure == null ? answered(response, cases) : this.<R>broken(failure);
                        },
                        executor)
                .thenCompose(stage -> stage);
    }

    private HttpRequest httpRequest(byte[] body, ClientTransport transport) {
        HttpRequest.Builder request = HttpRequest.newBuilder(settings.endpoint())
                // Over plain HTTP the client would ask for an upgrade to HTTP/2, which not every backend puts up with.
                .version(overTls() ? HttpClient.Version.HTTP_2 : HttpClient.Version.HTTP_1_1)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .setHeader("Content-Type", "application/json");
        settings.headersFor(transport).forEach((name, values) -> values.forEach(value -> request.header(name, value)));
        return request.build();
    }

    private boolean overTls() {
        return settings.endpoint().getScheme().equalsIgnoreCase("https");
    }

    private <R> CompletionStage<R> answered(HttpResponse<byte[]> response, ProxyAnswer.Cases<R> cases) {
        try {
            ProxyAnswer answer;
            if (response.statusCode() == OK) {
                answer = AnswerReader.read(response.body());
            } else {
                StatusTransform transform =
                        settings.transform(response.statusCode()).orElse(null);
                if (transform == null) {
                    return failed("bad_status", "the status is " + response.statusCode() + " instead of 200", null);
                }
                answer = transform.answer();
            }
            R outcome = answer.match(cases);
            metrics.outcome(answer.status());
            return CompletableFuture.completedStage(outcome);
        } catch (MalformedAnswerException malformed) {
            return failed("bad_answer", String.valueOf(malformed.getMessage()), null);
        }
    }

    private <R> CompletionStage<R> broken(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return cause instanceof TimeoutException
                ? failed(
                        "timeout",
                        "no answer within " + settings.limits().timeout().toMillis() + " ms",
                        null)
                : failed("failed", "the request failed", cause);
    }

    private <R> CompletionStage<R> failed(String status, String why, @Nullable Throwable cause) {
        metrics.outcome(status);
        return CompletableFuture.failedStage(
                new ProxyFailedException(event + " proxy " + settings.place() + ": " + why, cause));
    }
}
