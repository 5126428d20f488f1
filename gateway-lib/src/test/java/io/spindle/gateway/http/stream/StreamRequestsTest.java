package io.spindle.gateway.http.stream;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.centrifugal.centrifuge.internal.protocol.Protocol.Command;
import io.github.centrifugal.centrifuge.internal.protocol.Protocol.ConnectRequest;
import io.github.centrifugal.centrifuge.internal.protocol.Protocol.EmulationRequest;
import io.github.centrifugal.centrifuge.internal.protocol.Protocol.Reply;
import io.github.centrifugal.centrifuge.internal.protocol.Protocol.SubscribeRequest;
import io.spindle.gateway.AllowAll;
import io.spindle.gateway.GatewayExtension;
import io.spindle.gateway.Tokens;
import io.spindle.gateway.client.EmulatedClient;
import io.spindle.gateway.client.ProtobufClient;
import io.spindle.gateway.client.StreamClient;
import io.spindle.gateway.conformance.Proves;
import io.spindle.gateway.http.Endpoint;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What requests of HTTP streaming, events and emulation are answered with. */
class StreamRequestsTest {
    private static final String JSON = "Content-Type: application/json";
    private static final String BINARY = "Content-Type: application/octet-stream";

    @RegisterExtension
    static final GatewayExtension gateway = new GatewayExtension(builder -> builder.channelPolicy(new AllowAll())
            .httpStream(true)
            .sse(true)
            .path(Endpoint.SSE, "/events/")
            .maxRequestBodyBytes(Endpoint.HTTP_STREAM, 1_000)
            .allowedOrigins(java.util.List.of("https://app.example.com")));

    @Test
    @Proves("T25")
    void aBinaryBodyIsAnsweredInProtobuf() throws IOException {
        byte[] connect = ProtobufClient.frame(Command.newBuilder()
                .setId(1)
                .setConnect(ConnectRequest.newBuilder().setToken(Tokens.of("alice")))
                .build());
        try (StreamClient client = StreamClient.connect(port())) {
            client.request("POST", "/connection/http_stream", connect, BINARY);
            assertEquals("application/octet-stream", client.header("Content-Type"));
            Reply connected = readReply(client);
            assertEquals(36, connected.getConnect().getSession().length());

            byte[] commands = ProtobufClient.frame(Command.newBuilder()
                    .setId(2)
                    .setSubscribe(SubscribeRequest.newBuilder().setChannel("binary"))
                    .build());
            EmulationRequest request = EmulationRequest.newBuilder()
                    .setNode(connected.getConnect().getNode())
                    .setSession(connected.getConnect().getSession())
                    .setData(com.google.protobuf.ByteString.copyFrom(commands))
                    .build();
            try (StreamClient post = StreamClient.connect(port())) {
                assertEquals(
                        204,
                        post.request("POST", "/emulation", request.toByteArray(), BINARY)
                                .status());
            }

            Reply subscribed = readReply(client);
            assertEquals(2, subscribed.getId());
            assertTrue(subscribed.hasSubscribe());
        }
    }

    @ParameterizedTest
    @CsvSource({"/connection/http_stream,'POST, OPTIONS'", "/emulation,'POST, OPTIONS'", "/events,'POST, OPTIONS'"})
    @Proves("T26")
    void optionsAreToldWithoutABody(String path, String methods) throws IOException {
        try (StreamClient client = StreamClient.connect(port()).request("OPTIONS", path, new byte[0])) {
            assertEquals(204, client.status());
            assertEquals(methods, client.header("Access-Control-Allow-Methods"));
            assertEquals("300", client.header("Access-Control-Max-Age"));
        }
    }

    @ParameterizedTest
    @CsvSource({"GET,/connection/http_stream", "PUT,/connection/http_stream", "GET,/emulation", "PUT,/events"})
    @Proves({"T26", "T29"})
    void otherMethodsAreRefused(String method, String path) throws IOException {
        try (StreamClient client = StreamClient.connect(port()).request(method, path, new byte[0])) {
            assertEquals(405, client.status());
            assertTrue(client.header("Allow").contains("POST"));
        }
    }

    @ParameterizedTest
    @CsvSource({"/connection/http_stream,1001", "/emulation,65537", "/events,65537"})
    @Proves("T29")
    void aBodyOverTheLimitIsRefused(String path, int bytes) throws IOException {
        try (StreamClient client = StreamClient.post(port(), path, "x".repeat(bytes))) {
            assertEquals(413, client.status());
        }
    }

    @Test
    void aBodyOfUnknownLengthIsBoundedToo() throws IOException {
        try (StreamClient client = StreamClient.connect(port())) {
            client.send(
                    ("POST /connection/http_stream HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n"
                                    + "3e9\r\n" + "x".repeat(1_001) + "\r\n0\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));

            assertEquals(413, client.readHead().status());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "[]", "{\"session\":1}", "{\"session\":\"a\"} {}"})
    @Proves("T29")
    void aMalformedEmulationRequestIsRefused(String body) throws IOException {
        try (StreamClient client = StreamClient.post(port(), "/emulation", body, JSON)) {
            assertEquals(400, client.status());
        }
    }

    @Test
    @Proves("T28")
    void onlyAWrongNodeIsTold() throws IOException {
        try (EmulatedClient alice = EmulatedClient.httpStream(port(), port(), Tokens.of("alice"))) {
            String commands = "{\"id\":2,\"subscribe\":{\"channel\":\"x\"}}";

            assertEquals(404, EmulatedClient.emulate(port(), alice.session(), "another", commands));
            assertEquals(204, EmulatedClient.emulate(port(), "another", alice.node(), commands));
        }
    }

    @Test
    void dataOfAWrongTypeIsPassedOver() throws IOException {
        try (EmulatedClient alice = EmulatedClient.httpStream(port(), port(), Tokens.of("alice"))) {
            String body = "{\"session\":\"" + alice.session() + "\",\"node\":\"" + alice.node() + "\",\"data\":{}}";
            try (StreamClient client = StreamClient.post(port(), "/emulation", body, JSON)) {
                assertEquals(204, client.status());
            }

            alice.send("{\"id\":2,\"subscribe\":{\"channel\":\"still-there\"}}");
            assertTrue(alice.reply(2).has("subscribe"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/connection/http_stream", "/emulation", "/events"})
    @Proves("T37")
    void anAllowedPageMayReadTheAnswer(String path) throws IOException {
        try (StreamClient client = StreamClient.connect(port())
                .request(
                        "OPTIONS",
                        path,
                        new byte[0],
                        "Origin: https://app.example.com",
                        "Access-Control-Request-Headers: content-type")) {
            assertEquals("https://app.example.com", client.header("Access-Control-Allow-Origin"));
            assertEquals("true", client.header("Access-Control-Allow-Credentials"));
            assertEquals("content-type", client.header("Access-Control-Allow-Headers"));
        }
        try (StreamClient client = StreamClient.post(port(), path, "nonsense", "Origin: https://app.example.com")) {
            assertEquals("https://app.example.com", client.header("Access-Control-Allow-Origin"));
        }
    }

    @Test
    void anotherPageIsServedWithoutLeaveToRead() throws IOException {
        try (StreamClient client =
                StreamClient.post(port(), "/connection/http_stream", "", "Origin: https://evil.example")) {
            assertEquals(200, client.status());
            assertEquals("", client.header("Access-Control-Allow-Origin"));
            assertEquals("", client.header("Access-Control-Allow-Credentials"));
        }
    }

    private static Reply readReply(StreamClient client) throws IOException {
        int length = 0;
        int shift = 0;
        int next = client.read();
        while (next >= 0x80) {
            length |= (next & 0x7f) << shift;
            shift += 7;
            next = client.read();
        }
        byte[] record = client.readBytes(length | next << shift);
        Reply reply = Reply.parseFrom(record);
        assertArrayEquals(record, reply.toByteArray());
        return reply;
    }

    private static int port() {
        return gateway.gateway().port();
    }
}
