package io.spindle.gateway.presence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spindle.gateway.AllowAll;
import io.spindle.gateway.GatewayExtension;
import io.spindle.gateway.Tokens;
import io.spindle.gateway.api.Payload;
import io.spindle.gateway.api.channel.ChannelOptions;
import io.spindle.gateway.auth.JwtAuthenticator;
import io.spindle.gateway.client.JsonClient;
import io.spindle.gateway.client.JsonMessage;
import io.spindle.gateway.client.ProtocolClient;
import io.spindle.gateway.conformance.Proves;
import io.spindle.gateway.protocol.Encoding;
import io.spindle.gateway.redis.Await;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PresenceTest {
    @RegisterExtension
    static final GatewayExtension gateway = new GatewayExtension(builder -> builder.channelPolicy(new AllowAll(
                    ChannelOptions.BROADCAST.withPresence(true),
                    Optional.of(Payload.json("{\"role\": \"member\"}")),
                    Optional.empty()))
            .authenticator(JwtAuthenticator.builder()
                    .hmacSecret(Tokens.SECRET)
                    .allowAnonymous(true)
                    .build()));

    @Test
    @Proves("P9")
    void anEmptyChannelHasAnEmptyPresenceThatIsThere() {
        JsonClient alice = gateway.connect("alice");

        assertEquals(
                "{\"id\":2,\"presence\":{\"presence\":{}}}",
                alice.presence("nobody").text());
        assertEquals("{\"num_clients\":0,\"num_users\":0}", stats(alice, "nobody"));
    }

    @ParameterizedTest
    @EnumSource
    void subscribersOfBothEncodingsAreShownAsLongAsTheyAreSubscribed(Encoding encoding) {
        String channel = "shown-" + encoding;
        ProtocolClient alice = gateway.connect(encoding, "alice");
        ProtocolClient bob = gateway.connect(Encoding.JSON, "bob");
        ProtocolClient carol = gateway.connect(Encoding.PROTOBUF, "carol");
        alice.subscribe(channel);
        bob.subscribe(channel);

        assertEquals(Set.of(alice.clientId(), bob.clientId()), carol.presence(channel));
        assertEquals(Set.of(alice.clientId(), bob.clientId()), alice.presence(channel));

        bob.unsubscribe(channel);
        assertEquals(Set.of(alice.clientId()), bob.presence(channel));
    }

    @Test
    void whatIsToldOfAClientIsItsUserAndBothInfos() {
        JsonClient alice = gateway.open();
        String id = alice.connect(Tokens.of("alice")).at("connect", "client").asText();
        alice.subscribe("infos");

        assertEquals(
                "{\"id\":3,\"presence\":{\"presence\":{\"" + id + "\":{\"user\":\"alice\",\"client\":\"" + id
                        + "\",\"conn_info\":{\"name\":\"ALICE\"},\"chan_info\":{\"role\": \"member\"}}}}}",
                alice.presence("infos").text());
    }

    @Test
    @Proves("P10")
    void connectionsAndUsersAreCounted() {
        JsonClient alice = gateway.connect("alice");
        for (JsonClient client : new JsonClient[] {alice, gateway.connect("alice"), gateway.connect("bob")}) {
            client.subscribe("counted");
        }
        assertEquals("{\"num_clients\":3,\"num_users\":2}", stats(alice, "counted"));

        for (int i = 0; i < 2; i++) {
            JsonClient anonymous = gateway.open();
            anonymous.connect("");
            anonymous.subscribe("counted");
        }

        assertEquals("{\"num_clients\":5,\"num_users\":3}", stats(alice, "counted"), "the anonymous are one user");
    }

    @ParameterizedTest
    @EnumSource
    void aClientThatIsGonePresenceForgets(Encoding encoding) {
        String channel = "gone-" + encoding;
        ProtocolClient alice = gateway.connect(encoding, "alice");
        ProtocolClient polite = gateway.connect(encoding, "polite");
        ProtocolClient abrupt = gateway.connect(encoding, "abrupt");
        for (ProtocolClient client : new ProtocolClient[] {alice, polite, abrupt}) {
            client.subscribe(channel);
        }

        polite.close();
        abrupt.raw().abort();

        Await.until("only alice is left", () -> alice.presence(channel).equals(Set.of(alice.clientId())));
    }

    @Test
    void theHostSeesTheSame() throws Exception {
        JsonClient alice = gateway.connect("alice");
        alice.subscribe("host");

        assertEquals(
                "ALICE",
                gateway.gateway()
                        .presence("host")
                        .toCompletableFuture()
                        .get()
                        .get(0)
                        .userName());
        assertEquals(
                0,
                gateway.gateway().presence("nobody").toCompletableFuture().get().size());
    }

    private static String stats(JsonClient client, String channel) {
        JsonMessage reply = client.call("presence_stats", "{\"channel\":\"" + channel + "\"}");
        return reply.at("presence_stats").toString();
    }
}
