package io.spindle.gateway.auth;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Fetches key sets. Never blocks; thread-safe. */
final class KeySetRequests {
    private static final int ATTEMPTS = 2;
    private static final Duration TIMEOUT = Duration.ofSeconds(1);
    private static final int MAX_BYTES = 256 * 1024;
    /** Of different addresses: for one there is never more than one request at a time. */
    private static final int MAX_IN_FLIGHT = 64;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private final Semaphore inFlight = new Semaphore(MAX_IN_FLIGHT);

    /**
     * Fetches one.
     *
     * @return the answer's body; fails if two attempts have failed, each with a second of time
     */
    CompletionStage<byte[]> get(URI endpoint) {
        if (!inFlight.tryAcquire()) {
            return CompletableFuture.failedFuture(
                    new RejectedExecutionException("more than " + MAX_IN_FLIGHT + " requests for key sets in flight"));
        }
        // An address that the client refuses to ask fails the stage like everything else.
        return CompletableFuture.completedFuture(endpoint)
                .thenCompose(address -> attempt(address, ATTEMPTS))
                .whenComplete((body, failure) -> inFlight.release());
    }

    private CompletableFuture<byte[]> attempt(URI endpoint, int attempts) {
        CompletableFuture<byte[]> answer = attempt(endpoint);
        return attempts == 1 ? answer : answer.exceptionallyCompose(failure -> attempt(endpoint, attempts - 1));
    }

    private CompletableFuture<byte[]> attempt(URI endpoint) {
        HttpRequest request = HttpRequest.newBuilder(endpoint)
                .header("Accept", "application/json")
                .build();
        CompletableFuture<HttpResponse<byte[]>> exchange =
                client.sendAsync(request, answer -> new BoundedBody(answer.statusCode(), MAX_BYTES));
        // Not the request's own timeout: that ends with the headers, and a body may take for ever.
        return exchange.copy()
                .orTimeout(TIMEOUT.toNanos(), TimeUnit.NANOSECONDS)
                .whenComplete((answer, failure) -> exchange.cancel(true))
                .thenApply(HttpResponse::body);
    }
}
