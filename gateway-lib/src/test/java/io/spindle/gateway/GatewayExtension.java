package io.spindle.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.centrifugal.centrifuge.internal.protocol.Protocol.Command;
import io.github.centrifugal.centrifuge.internal.protocol.Protocol.ConnectRequest;
import io.spindle.gateway.auth.JwtAuthenticator;
import io.spindle.gateway.client.JsonClient;
import io.spindle.gateway.client.JsonProtocolClient;
import io.spindle.gateway.client.ProtobufClient;
import io.spindle.gateway.client.ProtobufProtocolClient;
import io.spindle.gateway.client.ProtocolClient;
import io.spindle.gateway.client.RawClient;
import io.spindle.gateway.client.RawSocketClient;
import io.spindle.gateway.client.WireFrame;
import io.spindle.gateway.protocol.Encoding;
import java.io.IOException;
import java.net.URI;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A running gateway on a free port: one for all tests of a class in a static field, one for each test in an instance
 * field. Clients that a test opened here are cut off at the end.
 */
public final class GatewayExtension
        implements BeforeAllCallback, AfterAllCallback, BeforeEachCallback, AfterEachCallback {
    private final Consumer<GatewayBuilder> settings;
    private final Queue<RawClient> clients = new ConcurrentLinkedQueue<>();
    private Gateway gateway;
    private boolean forClass;

    /** With tokens of {@link Tokens}, the default policy, and no workers. */
    public GatewayExtension() {
        this(builder -> {});
    }

    /** As {@link #GatewayExtension()}, with other settings on top. */
    public GatewayExtension(Consumer<GatewayBuilder> settings) {
        this.settings = settings;
    }

    public Gateway gateway() {
        return gateway;
    }

    public URI uri() {
        return uri("");
    }

    /** The endpoint's address with a query, such as {@code ?format=protobuf}. */
    public URI uri(String query) {
        return URI.create("ws://127.0.0.1:" + gateway.port() + "/connection/websocket" + query);
    }

    /** A JSON client that has an open socket, and has sent nothing. */
    public JsonClient open() {
        JsonClient client = JsonClient.open(uri());
        clients.add(client.raw());
        return client;
    }

    /** A JSON client that is connected as a user. */
    public JsonClient connect(String user) {
        JsonClient client = open();
        assertEquals(0, client.connect(Tokens.of(user)).errorCode(), "error of connect");
        return client;
    }

    /** A Protobuf client that has an open socket, and has sent nothing. */
    public ProtobufClient openProtobuf() {
        ProtobufClient client = ProtobufClient.open(uri());
        clients.add(client.raw());
        return client;
    }

    /** A Protobuf client that is connected as a user. */
    public ProtobufClient connectProtobuf(String user) {
        ProtobufClient client = openProtobuf();
        assertEquals(0, client.connect(Tokens.of(user)).getError().getCode(), "error of connect");
        return client;
    }

    /** A client of either encoding that has an open socket, and has sent nothing. */
    public ProtocolClient open(Encoding encoding) {
        return encoding == Encoding.JSON ? new JsonProtocolClient(open()) : new ProtobufProtocolClient(openProtobuf());
    }

    /** A client of either encoding that is connected as a user. */
    public ProtocolClient connect(Encoding encoding, String user) {
        ProtocolClient client = open(encoding);
        assertEquals(0, client.connect(Tokens.of(user)), "error of connect");
        return client;
    }

    /** A plain socket, upgraded and connected as a user; the test closes it. */
    public RawSocketClient connectSocket(Encoding encoding, String user) throws IOException {
        RawSocketClient client;
        if (encoding == Encoding.JSON) {
            client = RawSocketClient.open(uri());
            client.sendText("{\"id\":1,\"connect\":{\"token\":\"" + Tokens.of(user) + "\"}}");
        } else {
            client = RawSocketClient.open(uri("?format=protobuf"));
            client.send(WireFrame.binary(ProtobufClient.frame(Command.newBuilder()
                    .setId(1)
                    .setConnect(ConnectRequest.newBuilder().setToken(Tokens.of(user)))
                    .build())));
        }
        client.read();
        return client;
    }

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        forClass = true;
        start();
    }

    @Override
    public void beforeEach(ExtensionContext context) throws Exception {
        if (!forClass) {
            start();
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        if (!forClass) {
            stop();
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        stop();
    }

    private void start() throws GatewayStartException {
        GatewayBuilder builder =
                Gateway.builder().port(0).bindAddress("127.0.0.1").authenticator(JwtAuthenticator.hmac(Tokens.SECRET));
        settings.accept(builder);
        gateway = builder.build();
        gateway.start();
    }

    private void stop() {
        clients.forEach(RawClient::abort);
        clients.clear();
        gateway.close();
    }
}
