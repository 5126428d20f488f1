package io.spindle.gateway.delivery;

import io.spindle.gateway.client.Closed;
import io.spindle.gateway.client.Frame;
import io.spindle.gateway.client.ProtobufClient;
import io.spindle.gateway.client.RawClient;
import java.net.URI;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * WebSocket.
 *
 * @param uri where the next connection goes
 */
record WebSocketWay(Supplier<URI> uri, Wire wire) implements Way {
    @Override
    public Link open(Consumer<Heard> heard, Consumer<Closed> ended) {
        WebSocketLink link = new WebSocketLink(wire, heard);
        RawClient.Opening opening = RawClient.to(uri.get());
        if (!wire.isText()) {
            opening.subprotocols(ProtobufClient.SUBPROTOCOL);
        }
        link.client = opening.tell(link::received, ended).open();
        link.opened.complete(link.client);
        return link;
    }

    private static final class WebSocketLink implements Link {
        private final Wire wire;
        private final Consumer<Heard> heard;
        private final CompletableFuture<RawClient> opened = new CompletableFuture<>();
        private RawClient client;

        WebSocketLink(Wire wire, Consumer<Heard> heard) {
            this.wire = wire;
            this.heard = heard;
        }

        private void received(Frame frame) {
            for (Heard message : wire.messages(frame.payload())) {
                if (message instanceof Heard.Ping) {
                    opened.thenCompose(open -> send(open, new Request.Pong()));
                }
                heard.accept(message);
            }
        }

        @Override
        public void send(Request... requests) {
            // What could not be sent has an end for its reason, which is told apart.
            send(client, requests).exceptionally(failure -> null).join();
        }

        private CompletableFuture<WebSocket> send(RawClient open, Request... requests) {
            byte[] frame = wire.frame(requests);
            return wire.isText()
                    ? open.sendTextLater(new String(frame, StandardCharsets.UTF_8))
                    : open.sendBinaryLater(frame);
        }

        @Override
        public void cut() {
            client.abort();
        }

        @Override
        public void close() {
            client.close();
        }
    }
}
