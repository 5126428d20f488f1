package io.spindle.gateway.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.centrifugal.centrifuge.internal.protocol.Protocol.ConnectRequest;
import io.spindle.gateway.AllowAll;
import io.spindle.gateway.GatewayExtension;
import io.spindle.gateway.Tokens;
import io.spindle.gateway.api.channel.ChannelOptions;
import io.spindle.gateway.auth.JwtAuthenticator;
import io.spindle.gateway.client.JsonClient;
import io.spindle.gateway.client.JsonMessage;
import io.spindle.gateway.client.ProtobufClient;
import io.spindle.gateway.conformance.Proves;
import io.spindle.gateway.protocol.Encoding;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class TokenOnConnectTest {
    private static final Date HOUR_AGO = Date.from(Instant.now().minusSeconds(3_600));
    private static final Date IN_AN_HOUR = Date.from(Instant.now().plusSeconds(3_600));
    private static final String OTHER_SECRET = "another secret, of 32 bytes or more as well";

    @RegisterExtension
    static final GatewayExtension gateway = new GatewayExtension();

    @RegisterExtension
    static final GatewayExtension shortSecret = new GatewayExtension(
            builder -> builder.channelPolicy(new AllowAll(ChannelOptions.BROADCAST.withPresence(true)))
                    .authenticator(JwtAuthenticator.hmac("secret")));

    @ParameterizedTest
    @EnumSource
    @Proves("K5")
    void anExpiredTokenIsAnError(Encoding encoding) {
        assertEquals(109, gateway.open(encoding).connect(Tokens.expired("alice")));
    }

    @Test
    @Proves("K7")
    void aTokenThatIsNotValidYetCountsAsExpired() {
        assertEquals(
                109,
                gateway.open()
                        .connect(Tokens.with(claims -> claims.subject("alice").notBeforeTime(IN_AN_HOUR)))
                        .errorCode());
    }

    @ParameterizedTest
    @MethodSource("invalid")
    @Proves({"K5", "K6"})
    void anInvalidTokenEndsTheConnection(String token) {
        JsonClient json = gateway.open();
        ProtobufClient protobuf = gateway.openProtobuf();

        json.send("connect", "{\"token\":\"" + token + "\"}");
        protobuf.send(command -> command.setConnect(ConnectRequest.newBuilder().setToken(token)));

        assertEquals("invalid token", json.expectClose(3500).reason());
        assertEquals("invalid token", protobuf.expectClose(3500).reason());
    }

    static String[] invalid() {
        String good = Tokens.of("alice");
        return new String[] {
            "garbage",
            "a.b.c",
            good + "x",
            good.substring(0, good.length() - 4),
            Tokens.signedWith(OTHER_SECRET, claims -> claims.subject("alice")),
            Tokens.signedWith(OTHER_SECRET, claims -> claims.subject("alice").expirationTime(HOUR_AGO)),
            Tokens.with(claims -> claims.subject("alice").claim("channel", "news")),
            // {"alg":"none"} {"sub":"alice"}
            "eyJhbGciOiJub25lIn0.eyJzdWIiOiJhbGljZSJ9."
        };
    }

    @Test
    void withoutATokenNobodyIsLetInUnlessAnonymousClientsAreAllowed() {
        JsonClient client = gateway.open();

        client.send("connect", "{}");

        client.expectClose(3501);
    }

    @Test
    @Proves("K8")
    void aTokenWithoutASubjectIsThatOfAnAnonymousUser() {
        JsonClient client = gateway.open();

        assertEquals(
                0,
                client.connect(Tokens.with(claims -> claims.issueTime(HOUR_AGO)))
                        .errorCode());
        assertEquals(103, client.subscribe("user:").errorCode(), "the empty user has no channel of its own");
    }

    @Test
    @Proves("K10")
    void expireAtZeroMeansThatTheConnectionNeverExpires() {
        JsonMessage reply = gateway.open()
                .connect(Tokens.with(claims ->
                        claims.subject("alice").expirationTime(IN_AN_HOUR).claim("expire_at", 0)));

        assertFalse(reply.at("connect").has("expires"), reply.text());
        assertFalse(reply.at("connect").has("ttl"), reply.text());
    }

    @Test
    @Proves("K15")
    void aShortSecretStillVerifies() {
        // {"alg":"HS256","typ":"JWT"} {"sub":"42"}, signed with the six bytes "secret".
        String token = "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiI0MiJ9."
                + "79CVgMIG_JB921dVUeJDWNJubJojFodH3-XtC_1C408";
        JsonClient client = shortSecret.open();

        assertEquals(0, client.connect(token).errorCode());
        client.subscribe("short");
        assertEquals(
                "42",
                client.presence("short")
                        .at("presence", "presence")
                        .elements()
                        .next()
                        .path("user")
                        .asText());
    }

    @Test
    void infoOfTheTokenIsToldToOthersAsItIs() {
        JsonClient client = gateway.open();
        client.connect(Tokens.with(claims -> claims.subject("alice").claim("info", Map.of("level", 7))));
        client.subscribe("chat:info");

        assertEquals(
                "{\"level\":7}",
                client.presence("chat:info")
                        .at("presence", "presence")
                        .elements()
                        .next()
                        .path("conn_info")
                        .toString());
    }
}
