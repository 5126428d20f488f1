package io.spindle.gateway.delivery;

import io.spindle.gateway.client.Closed;
import io.spindle.gateway.client.StreamClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.IntSupplier;

/**
 * An answer that does not end, with the commands beside it.
 *
 * @param port of the gateway that takes the next connection, or the next command, perhaps for another gateway
 * @param threads where answers are read
 */
record StreamedWay(IntSupplier port, StreamFormat format, Executor threads) implements Way {
    @Override
    public Link open(Consumer<Heard> heard, Consumer<Closed> ended) {
        return new StreamedLink(this, heard, ended);
    }

    /** Connects with the first request that is sent. */
    private static final class StreamedLink implements Link {
        private final StreamedWay way;
        private final Wire wire;
        private final Consumer<Heard> heard;
        private final Consumer<Closed> ended;
        private StreamClient stream;
        private volatile Heard.Emulated address;

        StreamedLink(StreamedWay way, Consumer<Heard> heard, Consumer<Closed> ended) {
            this.way = way;
            this.wire = way.format().wire();
            this.heard = heard;
            this.ended = ended;
        }

        @Override
        public void send(Request... requests) {
            byte[] frame = wire.frame(requests);
            try {
                if (stream == null) {
                    stream = post(way.port().getAsInt(), way.format().path(), frame);
                    way.threads().execute(this::read);
                } else {
                    emulate(frame);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void emulate(byte[] frame) throws IOException {
            byte[] body = wire.emulation(address, frame);
            try (StreamClient answer = post(way.port().getAsInt(), "/emulation", body)) {
                if (answer.status() != 204) {
                    throw new IOException("commands answered with " + answer.status());
                }
            }
        }

        private StreamClient post(int port, String path, byte[] body) throws IOException {
            return StreamClient.connect(port)
                    .request("POST", path, body, "Content-Type: " + way.format().contentType());
        }

        private void read() {
            int code = Closed.WITHOUT_FRAME;
            try {
                way.format().begin(stream);
                while (code == Closed.WITHOUT_FRAME) {
                    for (Heard message : wire.message(way.format().next(stream))) {
                        code = message instanceof Heard.Disconnected disconnected ? disconnected.code() : code;
                        received(message);
                    }
                }
            } catch (IOException e) {
                // The end without a word, which is told as that.
                code = Closed.WITHOUT_FRAME;
            }
            ended.accept(new Closed(code, ""));
        }

        private void received(Heard message) throws IOException {
            if (message instanceof Heard.Reply reply && reply.emulated().isPresent()) {
                address = reply.emulated().get();
            }
            if (message instanceof Heard.Ping) {
                emulate(wire.frame(new Request.Pong()));
            }
            heard.accept(message);
        }

        @Override
        public void cut() {
            try {
                stream.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** There is no other farewell. */
        @Override
        public void close() {
            cut();
        }
    }
}
