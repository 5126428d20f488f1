package io.spindle.gateway.policy.namespace;

import static io.spindle.gateway.policy.namespace.Asking.ALLOWED;
import static io.spindle.gateway.policy.namespace.Asking.DATA;
import static io.spindle.gateway.policy.namespace.Asking.as;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.spindle.gateway.Tokens;
import io.spindle.gateway.api.ErrorCode;
import io.spindle.gateway.api.Payload;
import io.spindle.gateway.api.Refresh;
import io.spindle.gateway.api.channel.ChannelAction;
import io.spindle.gateway.api.channel.ChannelOptions;
import io.spindle.gateway.api.channel.ChannelPolicy;
import io.spindle.gateway.api.channel.Decision;
import io.spindle.gateway.api.channel.PublishTerms;
import io.spindle.gateway.api.channel.SubscribeTerms;
import io.spindle.gateway.api.client.ConnectedClient;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** Proxies decide where they are named, and are not asked where the order has somebody before them. */
class ProxiedNamespaceTest {
    private static final Instant LATER = Instant.now().plusSeconds(3_600);

    /** A proxy that was given its answer. */
    private static final class FakeProxy implements ChannelPolicy {
        private final List<String> asked = new ArrayList<>();
        private Decision answer = Decision.deny(new ErrorCode(1000, "the proxy says no", false), "proxy", "");

        @Override
        public CompletionStage<Decision> decide(ConnectedClient client, String channel, ChannelAction action) {
            asked.add(client.userId() + " " + action.getClass().getSimpleName() + " " + channel);
            return CompletableFuture.completedFuture(answer);
        }
    }

    private final FakeProxy subscribe = new FakeProxy();
    private final FakeProxy publish = new FakeProxy();
    private final FakeProxy refresh = new FakeProxy();

    private Asking asking(NamespaceOptionsBuilder options) {
        return as(
                "42",
                Asking.policy(Asking.chat(options).namespace("plain", NamespaceOptions.DEFAULTS))
                        .subscribeProxy("orders", subscribe)
                        .publishProxy("orders", publish)
                        .subRefreshProxy("orders", refresh));
    }

    private static NamespaceOptionsBuilder permissive() {
        return NamespaceOptions.builder()
                .allowSubscribeForClient(true)
                .allowPublishForClient(true)
                .allowUserLimitedChannels(true);
    }

    @Test
    void theSubscribeProxyDecidesAlone() {
        Asking user = asking(permissive().subscribeProxy("orders"));

        assertEquals(1000, user.subscribe("chat:1"));
        subscribe.answer = Decision.allow(ChannelOptions.BROADCAST);
        assertEquals(ALLOWED, user.subscribe("chat:1"));
        assertEquals(List.of("42 Subscribe chat:1", "42 Subscribe chat:1"), subscribe.asked);
    }

    @Test
    void whatItAllowsCountsAsItIs() {
        ChannelOptions options = ChannelOptions.BROADCAST.withPresence(true);
        subscribe.answer = Decision.allow(
                options,
                SubscribeTerms.PLAIN.withData(DATA).withChannelInfo(DATA).expiring(LATER, Refresh.BY_CLIENT));

        Decision.Allow allow = asking(permissive().subscribeProxy("orders")).subscription("chat:1", "");

        assertEquals(options, allow.options());
        assertEquals(
                SubscribeTerms.PLAIN.withData(DATA).withChannelInfo(DATA).expiring(LATER, Refresh.BY_CLIENT),
                allow.subscribe());
    }

    @Test
    void noProxyIsAskedAboutTokensPrivateAndUserLimitedChannelsAndBadNames() {
        Asking user = asking(permissive().subscribeProxy("orders"));
        String token = Tokens.with(claims -> claims.subject("42").claim("channel", "chat:1"));

        assertEquals(ALLOWED, user.subscribe("chat:1", token));
        assertEquals(103, user.subscribe("$chat:1"));
        assertEquals(ALLOWED, user.subscribe("chat:a#42"));
        assertEquals(103, user.subscribe("chat:a#1"));
        assertEquals(107, user.subscribe("chat:größe"));
        assertEquals(102, user.subscribe("zz:1"));
        assertEquals(103, user.subscribe("plain:1"));
        assertEquals(List.of(), subscribe.asked);
    }

    @Test
    void insecurityDoesNotOverruleAProxy() {
        Asking user = as(
                "42",
                Asking.policy(Asking.chat(permissive().subscribeProxy("orders").publishProxy("orders")))
                        .subscribeProxy("orders", subscribe)
                        .publishProxy("orders", publish)
                        .insecure(true));

        assertEquals(1000, user.subscribe("chat:1"));
        assertEquals(1000, user.publish("chat:1"));
    }

    @Test
    void thePublishProxyDecidesAlone() {
        Asking user = asking(permissive().publishProxy("orders"));

        assertEquals(1000, user.publish("chat:1"));
        publish.answer = Decision.allow(ChannelOptions.BROADCAST, PublishTerms.PLAIN.withData(Payload.json("2")));
        assertSame(publish.answer, user.decide("chat:1", new ChannelAction.Publish(DATA, false)));
    }

    @Test
    void badDataAndBadNamesAreToldBeforeThePublishProxyIsAsked() {
        Asking user = asking(permissive().publishProxy("orders"));

        assertEquals(107, user.publish("chat:1", Payload.json(""), true));
        assertEquals(107, user.publish("chat:größe"));
        assertEquals(List.of(), publish.asked);
    }

    @Test
    void withASubRefreshProxyTheGatewayRefreshesWhoeverGrantedTheSubscription() {
        Asking user = asking(permissive().subscribeProxy("orders").subRefreshProxy("orders"));
        subscribe.answer =
                Decision.allow(ChannelOptions.BROADCAST, SubscribeTerms.PLAIN.expiring(LATER, Refresh.BY_CLIENT));
        String token = Tokens.with(claims -> claims.subject("42").claim("channel", "chat:1"));

        assertEquals(
                Refresh.BY_GATEWAY, user.subscription("chat:1", "").subscribe().refresh());
        assertEquals(
                Refresh.BY_GATEWAY,
                user.subscription("chat:1", token).subscribe().refresh());
        assertEquals(3501, user.refresh("chat:1", token));
        assertEquals(List.of(), refresh.asked);
    }

    @Test
    void theSubRefreshProxyIsAskedAtTheExpiry() {
        Asking user = asking(permissive().subRefreshProxy("orders"));
        refresh.answer =
                Decision.allow(ChannelOptions.BROADCAST, SubscribeTerms.PLAIN.expiring(LATER, Refresh.BY_GATEWAY));

        Decision.Allow allow = assertInstanceOf(
                Decision.Allow.class, user.decide("chat:1", new ChannelAction.RefreshSubscription(Optional.empty())));

        assertEquals(Optional.of(LATER), allow.subscribe().expiresAt());
        assertEquals(List.of("42 RefreshSubscription chat:1"), refresh.asked);
    }

    @Test
    void withoutOneTheGatewaysQuestionEndsTheSubscription() {
        Decision answer =
                asking(permissive()).decide("chat:1", new ChannelAction.RefreshSubscription(Optional.empty()));

        assertEquals(3006, Asking.code(answer));
    }

    @Test
    void proxiesThatNamespacesNameAreThere() {
        NamespacePolicyBuilder builder = Asking.policy(Asking.chat(NamespaceOptions.builder()
                                .subscribeProxy("orders")
                                .publishProxy("default"))
                        .withoutNamespace(NamespaceOptions.builder()
                                .subRefreshProxy("other")
                                .build()))
                .subscribeProxy("orders", subscribe)
                .publishProxy("orders", publish)
                .publishProxy("news", publish);

        assertEquals(
                List.of(
                        "namespaces.chat.publish_proxy_name: \"default\" (expected: a proxy that is there; news, orders)",
                        "without_namespace.sub_refresh_proxy_name: \"other\" (expected: a proxy that is there; none is)"),
                assertThrows(NamespacesException.class, builder::build).faults());
    }
}
