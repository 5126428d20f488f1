package io.spindle.gateway.policy.namespace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spindle.gateway.GatewayExtension;
import io.spindle.gateway.api.Disconnect;
import io.spindle.gateway.broker.ClientSelector;
import io.spindle.gateway.client.JsonClient;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A user who comes again takes the place of its other connections. */
class SingleConnectionTest {
    private static final ChannelNamespaces NAMESPACES = ChannelNamespaces.builder()
            .namespace("user", NamespaceOptions.builder().presence(true).build())
            .build();

    @RegisterExtension
    static final GatewayExtension gateway =
            new GatewayExtension(builder -> builder.authenticator(NamespaceAuthenticator.builder(NAMESPACES)
                            .tokens(Connecting.TOKENS)
                            .personalChannel("user")
                            .singleConnection(SingleConnectionTest::endOthers)
                            .build())
                    .channelPolicy(NamespacePolicy.builder(NAMESPACES).build()));

    private static CompletionStage<?> endOthers(String userId, String clientId, String personalChannel) {
        return gateway.gateway()
                .clients()
                .disconnect(ClientSelector.user(userId), Set.of(clientId), Disconnect.CONNECTION_LIMIT);
    }

    @Test
    void theNewConnectionStaysAndTheOthersEnd() {
        JsonClient other = gateway.connect("43");
        JsonClient first = gateway.connect("42");

        JsonClient second = gateway.connect("42");

        first.expectClose(3504);
        assertEquals(105, second.subscribe("user:#42").errorCode());
        assertTrue(other.isOpen());
    }
}
