package io.spindle.gateway.sdk;

import io.github.centrifugal.centrifuge.Client;
import io.github.centrifugal.centrifuge.ConnectedEvent;
import io.github.centrifugal.centrifuge.ConnectionTokenEvent;
import io.github.centrifugal.centrifuge.ConnectionTokenGetter;
import io.github.centrifugal.centrifuge.DisconnectedEvent;
import io.github.centrifugal.centrifuge.DuplicateSubscriptionException;
import io.github.centrifugal.centrifuge.EventListener;
import io.github.centrifugal.centrifuge.JoinEvent;
import io.github.centrifugal.centrifuge.LeaveEvent;
import io.github.centrifugal.centrifuge.Options;
import io.github.centrifugal.centrifuge.PublicationEvent;
import io.github.centrifugal.centrifuge.ResultCallback;
import io.github.centrifugal.centrifuge.ServerPublicationEvent;
import io.github.centrifugal.centrifuge.ServerSubscribedEvent;
import io.github.centrifugal.centrifuge.SubscribedEvent;
import io.github.centrifugal.centrifuge.Subscription;
import io.github.centrifugal.centrifuge.SubscriptionEventListener;
import io.github.centrifugal.centrifuge.SubscriptionOptions;
import io.github.centrifugal.centrifuge.SubscriptionState;
import io.github.centrifugal.centrifuge.TokenCallback;
import io.spindle.gateway.redis.Await;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** The official Java SDK's client, with its events in queues. */
final class SdkClient implements AutoCloseable {
    private static final long DEADLINE_SECONDS = 10;

    private final BlockingQueue<PublicationEvent> publications = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> memberships = new LinkedBlockingQueue<>();
    private final BlockingQueue<SubscribedEvent> subscribed = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> serverEvents = new LinkedBlockingQueue<>();
    private final CompletableFuture<String> disconnected = new CompletableFuture<>();
    private final AtomicInteger fetchedTokens = new AtomicInteger();
    private final Client client;
    private volatile String clientId = "";

    private SdkClient(URI uri, String token, Supplier<String> newToken) {
        Options options = new Options();
        options.setToken(token);
        options.setMinReconnectDelay(10);
        options.setMaxReconnectDelay(100);
        options.setTokenGetter(new ConnectionTokenGetter() {
            @Override
            public void getConnectionToken(ConnectionTokenEvent event, TokenCallback callback) {
                fetchedTokens.incrementAndGet();
                callback.Done(null, newToken.get());
            }
        });
        client = new Client(uri.toString(), options, new Connection());
    }

    /** A client that is connected, and must not need another token. */
    static SdkClient connect(URI uri, String token) {
        return connect(uri, token, () -> {
            throw new AssertionError("asked for a new token");
        });
    }

    /** A client that is connected, maybe with a token it had to fetch. */
    static SdkClient connect(URI uri, String token, Supplier<String> newToken) {
        SdkClient connected = new SdkClient(uri, token, newToken);
        connected.client.connect();
        Await.until("connected", () -> !connected.clientId.isEmpty());
        return connected;
    }

    static <T> ResultCallback<T> into(CompletableFuture<T> result) {
        return (failure, value) -> {
            if (failure == null) {
                result.complete(value);
            } else {
                result.completeExceptionally(failure);
            }
        };
    }

    Client client() {
        return client;
    }

    /** The id of the present connection. */
    String clientId() {
        return clientId;
    }

    int fetchedTokens() {
        return fetchedTokens.get();
    }

    /** A subscription that is subscribed. */
    Subscription subscribe(String channel) throws DuplicateSubscriptionException {
        return subscribe(channel, new SubscriptionOptions());
    }

    Subscription subscribe(String channel, SubscriptionOptions options) throws DuplicateSubscriptionException {
        Subscription subscription = client.newSubscription(channel, options, new Events());
        subscribeAgain(subscription);
        return subscription;
    }

    void subscribeAgain(Subscription subscription) {
        subscription.subscribe();
        Await.until("subscribed", () -> subscription.getState() == SubscriptionState.SUBSCRIBED);
    }

    PublicationEvent awaitPublication() throws InterruptedException {
        return awaited("publication", publications.poll(DEADLINE_SECONDS, TimeUnit.SECONDS));
    }

    /** The next time that a subscription was subscribed. */
    SubscribedEvent awaitSubscribed() throws InterruptedException {
        return awaited("subscription", subscribed.poll(DEADLINE_SECONDS, TimeUnit.SECONDS));
    }

    /** What was next in subscriptions of the server: {@code subscribed}, {@code recovered}, or a publication. */
    String awaitServerEvent() throws InterruptedException {
        return awaited("event of the server", serverEvents.poll(DEADLINE_SECONDS, TimeUnit.SECONDS));
    }

    /** The next join or leave, with its user. */
    String awaitMembership() throws InterruptedException {
        return awaited("join or leave", memberships.poll(DEADLINE_SECONDS, TimeUnit.SECONDS));
    }

    /** Code and reason of a disconnect for good. */
    String awaitDisconnected() throws Exception {
        return disconnected.get(DEADLINE_SECONDS, TimeUnit.SECONDS);
    }

    private static <T> T awaited(String what, T event) {
        if (event == null) {
            throw new AssertionError("no " + what + " within " + DEADLINE_SECONDS + " s");
        }
        return event;
    }

    @Override
    public void close() {
        client.disconnect();
        try {
            client.close(TimeUnit.SECONDS.toMillis(DEADLINE_SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private final class Connection extends EventListener {
        @Override
        public void onConnected(Client connected, ConnectedEvent event) {
            clientId = event.getClient();
        }

        @Override
        public void onDisconnected(Client ended, DisconnectedEvent event) {
            disconnected.complete(event.getCode() + " " + event.getReason());
        }

        @Override
        public void onSubscribed(Client served, ServerSubscribedEvent event) {
            serverEvents.add((event.getRecovered() ? "recovered " : "subscribed ") + event.getChannel());
        }

        @Override
        public void onPublication(Client served, ServerPublicationEvent event) {
            serverEvents.add(event.getChannel() + " " + new String(event.getData(), StandardCharsets.UTF_8));
        }
    }

    private final class Events extends SubscriptionEventListener {
        @Override
        public void onSubscribed(Subscription subscription, SubscribedEvent event) {
            subscribed.add(event);
        }

        @Override
        public void onPublication(Subscription subscription, PublicationEvent event) {
            publications.add(event);
        }

        @Override
        public void onJoin(Subscription subscription, JoinEvent event) {
            memberships.add("join " + event.getInfo().getUser());
        }

        @Override
        public void onLeave(Subscription subscription, LeaveEvent event) {
            memberships.add("leave " + event.getInfo().getUser());
        }
    }
}
