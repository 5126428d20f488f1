package io.spindle.gateway.session;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.centrifugal.centrifuge.internal.protocol.Protocol.PresenceRequest;
import io.spindle.gateway.AllowAll;
import io.spindle.gateway.GatewayExtension;
import io.spindle.gateway.Tokens;
import io.spindle.gateway.api.Payload;
import io.spindle.gateway.api.auth.Authentication;
import io.spindle.gateway.api.auth.Authenticator;
import io.spindle.gateway.api.auth.ConnectAttempt;
import io.spindle.gateway.api.channel.ChannelOptions;
import io.spindle.gateway.api.client.ConnectedClient;
import io.spindle.gateway.client.JsonClient;
import io.spindle.gateway.client.ProtobufClient;
import io.spindle.gateway.conformance.Proves;
import io.spindle.gateway.redis.Await;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class BinaryForJsonClientTest {
    private static final byte[] BINARY = {0, (byte) 0xff, 7};

    @RegisterExtension
    static final GatewayExtension gateway = new GatewayExtension(builder -> builder.channelPolicy(
            new AllowAll(ChannelOptions.BROADCAST.withPresence(true).withJoinLeave(true))));

    @RegisterExtension
    static final GatewayExtension binarySubscribeData = new GatewayExtension(builder -> builder.channelPolicy(
            new AllowAll(ChannelOptions.BROADCAST, Optional.empty(), Optional.of(Payload.binary(BINARY)))));

    @RegisterExtension
    static final GatewayExtension binaryConnectData =
            new GatewayExtension(builder -> builder.authenticator(new BinaryConnectData()));

    @Test
    @Proves("T23")
    void aBinaryPublicationEndsJsonSubscribersAndReachesTheOthers() {
        JsonClient json = gateway.connect("json");
        ProtobufClient protobuf = gateway.connectProtobuf("protobuf");
        json.subscribe("mixed");
        protobuf.subscribe("mixed");

        assertEquals(0, protobuf.publish("mixed", BINARY).getError().getCode());

        assertEquals("inappropriate protocol", json.expectClose(3506).reason());
        assertArrayEquals(
                BINARY, protobuf.awaitPublication("mixed").getPub().getData().toByteArray());
    }

    @Test
    void aBinaryPublicationOfTheHostDoesTheSame() {
        JsonClient json = gateway.connect("json");
        json.subscribe("host");

        gateway.gateway().publish("host", Payload.binary(BINARY));

        json.expectClose(3506);
    }

    @Test
    void aPresenceThatHoldsBinaryInfoEndsTheJsonClientThatAsks() {
        ProtobufClient protobuf = binaryInfo("presence");
        JsonClient json = gateway.connect("json");

        json.send("presence", "{\"channel\":\"presence\"}");

        json.expectClose(3506);
        PresenceRequest.Builder request = PresenceRequest.newBuilder().setChannel("presence");
        assertEquals(
                1,
                protobuf.call(command -> command.setPresence(request))
                        .getPresence()
                        .getPresenceCount());
    }

    @Test
    void theJoinOfSomebodyWithBinaryInfoEndsJsonSubscribers() {
        JsonClient json = gateway.connect("json");
        json.subscribe("join");

        binaryInfo("join");

        json.expectClose(3506);
    }

    @Test
    @Proves("S21")
    void binaryDataForTheSubscribeReplyEndsTheJsonClientAndLeavesNothingBehind() {
        JsonClient json = binarySubscribeData.connect("json");
        ProtobufClient protobuf = binarySubscribeData.connectProtobuf("protobuf");

        json.send("subscribe", "{\"channel\":\"data\"}");

        json.expectClose(3506);
        assertArrayEquals(
                BINARY, protobuf.subscribe("data").getSubscribe().getData().toByteArray());
        Await.until(
                "the JSON client is gone", () -> binarySubscribeData.gateway().subscriberCount("data") == 1);
    }

    @Test
    void binaryDataForTheConnectReplyEndsTheJsonClient() {
        JsonClient json = binaryConnectData.open();

        json.send("connect", "{}");

        json.expectClose(3506);
        assertTrue(binaryConnectData.openProtobuf().connect("").hasConnect());
    }

    private static ProtobufClient binaryInfo(String channel) {
        ProtobufClient client = gateway.openProtobuf();
        client.connect(Tokens.with(claims -> claims.subject("binary")
                .claim(
                        "b64info",
                        Base64.getEncoder().encodeToString("\u00ff\u0000".getBytes(StandardCharsets.ISO_8859_1)))));
        assertEquals(0, client.subscribe(channel).getError().getCode());
        return client;
    }

    private static final class BinaryConnectData implements Authenticator {
        @Override
        public CompletionStage<Authentication> authenticate(ConnectAttempt attempt) {
            return CompletableFuture.completedFuture(
                    Authentication.Accepted.user("user").withData(Optional.of(Payload.binary(BINARY))));
        }

        @Override
        public CompletionStage<Authentication> refresh(ConnectedClient client, String token) {
            throw new UnsupportedOperationException();
        }
    }
}
