package io.spindle.gateway.client;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A WebSocket over a plain socket, for what a decent client refuses to send or hides: any bytes, frames against the
 * rules, no reading at all, a reset. Confined to one thread. Reads have a deadline.
 */
public final class RawSocketClient implements AutoCloseable {
    private final List<WireFrame> seen = new ArrayList<>();
    private final URI uri;
    private final Socket socket;
    private final DataInputStream in;

    private RawSocketClient(URI uri, int receiveBufferBytes) throws IOException {
        this.uri = uri;
        socket = new Socket();
        if (receiveBufferBytes > 0) {
            socket.setReceiveBufferSize(receiveBufferBytes); // Counts only before the connection is there.
        }
        int millis = (int) Inbox.DEADLINE.toMillis();
        socket.connect(new InetSocketAddress(uri.getHost(), uri.getPort()), millis);
        socket.setSoTimeout(millis);
        socket.setTcpNoDelay(true);
        in = new DataInputStream(new BufferedInputStream(socket.getInputStream(), 1024));
    }

    /** Connects TCP to a {@code ws:} address, and sends nothing. */
    public static RawSocketClient connect(URI uri) throws IOException {
        return new RawSocketClient(uri, 0);
    }

    /** As {@link #connect}, with little room for what is not read. */
    public static RawSocketClient connectWithReceiveBuffer(URI uri, int bytes) throws IOException {
        return new RawSocketClient(uri, bytes);
    }

    /** A connection whose upgrade has succeeded. */
    public static RawSocketClient open(URI uri, String... headers) throws IOException {
        RawSocketClient client = connect(uri);
        HandshakeAnswer answer = client.handshake(headers);
        if (answer.status() != 101) {
            client.close();
            throw new AssertionError("not upgraded: " + answer);
        }
        return client;
    }

    /**
     * Asks for the upgrade.
     *
     * @param headers further lines, such as {@code "Origin: https://example.org"}; one of {@code Host} replaces ours
     */
    public HandshakeAnswer handshake(String... headers) throws IOException {
        StringBuilder request = new StringBuilder("GET " + uri.getRawPath());
        if (uri.getRawQuery() != null) {
            request.append('?').append(uri.getRawQuery());
        }
        request.append(" HTTP/1.1\r\n");
        if (List.of(headers).stream().noneMatch(header -> header.startsWith("Host:"))) {
            request.append("Host: ").append(uri.getAuthority()).append("\r\n");
        }
        request.append("Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n");
        request.append("Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n");
        for (String header : headers) {
            request.append(header).append("\r\n");
        }
        sendBytes(request.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
        return HandshakeAnswer.read(in);
    }

    public void send(WireFrame frame) throws IOException {
        sendBytes(frame.masked());
    }

    /** Sends a frame without a mask, which a server must not accept. */
    public void sendUnmasked(WireFrame frame) throws IOException {
        sendBytes(frame.unmasked());
    }

    public void sendText(String text) throws IOException {
        send(WireFrame.text(text));
    }

    /** Sends any bytes. */
    public void sendBytes(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
    }

    /** The next frame; fails if the connection ends instead. */
    public WireFrame read() throws IOException {
        try {
            WireFrame frame = WireFrame.read(in);
            seen.add(frame);
            return frame;
        } catch (SocketTimeoutException e) {
            throw new AssertionError("no frame within " + Inbox.DEADLINE.toSeconds() + " s; received: " + seen, e);
        } catch (EOFException | SocketException e) {
            throw new ConnectionEnded("the connection ended; received: " + seen, e);
        }
    }

    /** Reads on to the end of the connection: a close frame, or without one its end or reset. */
    public Closed awaitClosed() throws IOException {
        try {
            WireFrame frame = read();
            while (frame.opcode() != WireFrame.CLOSE) {
                frame = read();
            }
            return new Closed(frame.closeCode(), frame.closeReason());
        } catch (ConnectionEnded e) {
            return new Closed(Closed.WITHOUT_FRAME, "");
        }
    }

    /** Breaks the connection off with a TCP reset. */
    public void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    /** Ends the connection with nothing but TCP's own farewell. */
    @Override
    public void close() throws IOException {
        socket.close();
    }

    /** The server ended the connection without a close frame. */
    private static final class ConnectionEnded extends IOException {
        private static final long serialVersionUID = 1;

        ConnectionEnded(String message, IOException cause) {
            super(message, cause);
        }
    }
}
