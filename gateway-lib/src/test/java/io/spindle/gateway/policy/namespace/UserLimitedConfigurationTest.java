package io.spindle.gateway.policy.namespace;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spindle.gateway.GatewayExtension;
import io.spindle.gateway.Tokens;
import io.spindle.gateway.client.ProtocolClient;
import io.spindle.gateway.protocol.Encoding;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Channels of single users, and dialogs of those that their names list. */
class UserLimitedConfigurationTest {
    private static final ChannelNamespaces NAMESPACES = ChannelNamespaces.builder()
            .namespace("user", NamespaceOptions.builder().presence(true).build())
            .namespace(
                    "dialog",
                    NamespaceOptions.builder().allowUserLimitedChannels(true).build())
            .build();

    private static final NamespaceAuthenticatorBuilder AUTHENTICATOR =
            NamespaceAuthenticator.builder(NAMESPACES).tokens(Connecting.TOKENS).personalChannel("user");

    @RegisterExtension
    static final GatewayExtension gateway = new GatewayExtension(builder -> builder.maxChannelBytes(65_535)
            .authenticator(AUTHENTICATOR.build())
            .channelPolicy(NamespacePolicy.builder(NAMESPACES).build()));

    @ParameterizedTest
    @EnumSource(Encoding.class)
    void dialogsAreForThoseThatTheirNamesList(Encoding encoding) {
        ProtocolClient client = gateway.connect(encoding, "42");

        assertEquals(0, client.subscribe("dialog:a#42,43"));
        assertEquals(103, client.subscribe("dialog:a#1"));
        assertEquals(103, client.subscribe("dialog:a"));
    }

    @Test
    void eachUserHasItsOwnChannel() {
        assertEquals(Set.of("user:#42"), Connecting.to(AUTHENTICATOR).channels(Tokens.of("42")));
    }
}
