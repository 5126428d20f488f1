package io.spindle.gateway.policy.namespace;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.spindle.gateway.GatewayExtension;
import io.spindle.gateway.Tokens;
import io.spindle.gateway.api.Payload;
import io.spindle.gateway.client.JsonClient;
import io.spindle.gateway.client.JsonMessage;
import io.spindle.gateway.client.ProtocolClient;
import io.spindle.gateway.protocol.Encoding;
import java.time.Instant;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
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
    void eachUserIsInItsOwnChannelFromTheStart() {
        JsonClient client = gateway.open();
        JsonMessage connected = client.connect(Tokens.of("42"));

        assertEquals("{\"user:#42\":{}}", connected.at("connect", "subs").toString());
        assertEquals(105, client.subscribe("user:#42").errorCode());
        assertEquals(103, client.subscribe("user:#43").errorCode());

        gateway.gateway().publish("user:#42", Payload.json("\"hello\""));
        assertEquals(
                "hello",
                client.awaitPublication("user:#42").at("push", "pub", "data").asText());
    }

    @Test
    void wishesAreGrantedLikeSubscribes() {
        JsonClient client = gateway.open();
        JsonMessage connected = client.call(
                "connect", "{\"token\":\"" + Tokens.of("42") + "\",\"subs\":{\"dialog:a#42\":{},\"dialog:a#1\":{}}}");

        assertEquals(Set.of("user:#42", "dialog:a#42"), names(connected.at("connect", "subs")));
        JsonClient lost = gateway.open();
        lost.send("connect", "{\"token\":\"" + Tokens.of("42") + "\",\"subs\":{\"zz:1\":{}}}");
        lost.expectClose(3501);
    }

    @Test
    void aRefreshHasToRepeatTheChannelsOfTheTokenAndNoOthers() {
        JsonClient client = gateway.open();
        client.call("connect", "{\"token\":\"" + token("dialog:t") + "\",\"subs\":{\"dialog:a#42\":{}}}");

        assertEquals(
                0,
                client.call("refresh", "{\"token\":\"" + token("dialog:t") + "\"}")
                        .errorCode());
        assertEquals(
                102,
                client.call("refresh", "{\"token\":\"" + token("dialog:t", "zz:1") + "\"}")
                        .errorCode());
        client.send("refresh", "{\"token\":\"" + token() + "\"}");
        client.expectClose(3010);
    }

    @Test
    void aRefreshThatGrantsMoreMakesTheClientConnectAnew() {
        JsonClient client = gateway.open();
        client.connect(token());

        client.send("refresh", "{\"token\":\"" + token("dialog:t") + "\"}");

        client.expectClose(3010);
    }

    private static String token(String... channels) {
        return Tokens.with(claims -> claims.subject("42")
                .claim("channels", List.of(channels))
                .expirationTime(Date.from(Instant.now().plusSeconds(3_600))));
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new HashSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
