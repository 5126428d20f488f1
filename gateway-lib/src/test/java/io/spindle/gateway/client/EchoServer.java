package io.spindle.gateway.client;

import java.net.URI;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.websocket.core.CloseStatus;
import org.eclipse.jetty.websocket.core.CoreSession;
import org.eclipse.jetty.websocket.core.Frame;
import org.eclipse.jetty.websocket.core.FrameHandler;
import org.eclipse.jetty.websocket.core.OpCode;
import org.eclipse.jetty.websocket.core.OutgoingEntry;
import org.eclipse.jetty.websocket.core.server.WebSocketUpgradeHandler;

/** A WebSocket server that sends frames back; on the text {@code close} it closes with 4001, on {@code drop} it drops. */
final class EchoServer implements AutoCloseable {
    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);
    private final CompletableFuture<CloseStatus> lastClosed = new CompletableFuture<>();

    EchoServer() throws Exception {
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        WebSocketUpgradeHandler upgrades = new WebSocketUpgradeHandler();
        upgrades.addMapping("/echo", (request, response, callback) -> {
            if (request.getHeaders().contains("X-Refuse")) {
                Response.writeError(request, response, callback, 403);
                return null;
            }
            if (request.hasSubProtocol(ProtobufClient.SUBPROTOCOL)) {
                response.setAcceptedSubProtocol(ProtobufClient.SUBPROTOCOL);
            }
            return new Echo();
        });
        server.setHandler(upgrades);
        server.start();
    }

    URI uri() {
        return URI.create("ws://127.0.0.1:" + connector.getLocalPort() + "/echo");
    }

    /** How the first connection ended, as the server saw it. */
    CloseStatus awaitClosed() throws Exception {
        return lastClosed.get(10, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        LifeCycle.stop(server);
    }

    private final class Echo implements FrameHandler {
        private CoreSession session;

        @Override
        public void onOpen(CoreSession coreSession, Callback callback) {
            session = coreSession;
            session.setAutoFragment(false);
            session.setMaxFrameSize(1 << 20);
            callback.succeeded();
            session.demand();
        }

        @Override
        public void onFrame(Frame frame, Callback callback) {
            boolean word = frame.getOpCode() == OpCode.TEXT && frame.getPayloadLength() < 10;
            String text = word ? frame.getPayloadAsUTF8() : "";
            if (text.equals("close")) {
                session.close(4001, "bye", callback);
            } else if (text.equals("drop")) {
                callback.succeeded();
                session.abort();
            } else if (frame.isDataFrame() || frame.getOpCode() == OpCode.PING) {
                ByteBuffer copy = ByteBuffer.allocate(frame.getPayloadLength())
                        .put(frame.getPayload())
                        .flip();
                callback.succeeded();
                // A failed write ends the session by itself.
                byte opCode = frame.isDataFrame() ? frame.getOpCode() : OpCode.PONG;
                Frame echo = new Frame(opCode, frame.isFin(), copy);
                session.sendFrame(new OutgoingEntry.Builder(echo, Callback.from(session::demand)).build());
            } else {
                callback.succeeded();
                if (frame.getOpCode() != OpCode.CLOSE) {
                    session.demand();
                }
            }
        }

        @Override
        public void onError(Throwable cause, Callback callback) {
            callback.succeeded();
        }

        @Override
        public void onClosed(CloseStatus status, Callback callback) {
            lastClosed.complete(status);
            callback.succeeded();
        }
    }
}
