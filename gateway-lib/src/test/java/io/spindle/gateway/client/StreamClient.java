package io.spindle.gateway.client;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A request over a plain socket whose answer is read piece by piece, chunks put together: shows the answer to the last
 * byte, and can stop reading. Confined to one thread. Reads have a deadline.
 */
public final class StreamClient implements AutoCloseable {
    private final Socket socket;
    private final InputStream in;
    private String head = "";
    private boolean chunked;
    private int chunkLeft;
    private boolean ended;

    private StreamClient(int port, int receiveBufferBytes) throws IOException {
        socket = new Socket();
        if (receiveBufferBytes > 0) {
            socket.setReceiveBufferSize(receiveBufferBytes); // Counts only before the connection is there.
        }
        int millis = (int) Inbox.DEADLINE.toMillis();
        socket.connect(new InetSocketAddress("127.0.0.1", port), millis);
        socket.setSoTimeout(millis);
        in = new BufferedInputStream(socket.getInputStream(), 1024);
    }

    public static StreamClient connect(int port) throws IOException {
        return new StreamClient(port, 0);
    }

    /** As {@link #connect}, with little room for what is not read. */
    public static StreamClient connectWithReceiveBuffer(int port, int bytes) throws IOException {
        return new StreamClient(port, bytes);
    }

    public static StreamClient post(int port, String path, String body, String... headers) throws IOException {
        return connect(port).request("POST", path, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    public static StreamClient get(int port, String path, String... headers) throws IOException {
        return connect(port).request("GET", path, new byte[0], headers);
    }

    /** Sends a request and reads the head of its answer. */
    public StreamClient request(String method, String path, byte[] body, String... headers) throws IOException {
        StringBuilder request = new StringBuilder(method + " " + path + " HTTP/1.1\r\n");
        if (List.of(headers).stream().noneMatch(header -> header.startsWith("Host:"))) {
            request.append("Host: 127.0.0.1:").append(socket.getPort()).append("\r\n");
        }
        if (body.length > 0 || method.equals("POST")) {
            request.append("Content-Length: ").append(body.length).append("\r\n");
        }
        for (String header : headers) {
            request.append(header).append("\r\n");
        }
        send(request.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
        send(body);
        return readHead();
    }

    /** Sends any bytes. */
    public void send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
    }

    public StreamClient readHead() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        while (!bytes.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                throw new EOFException("no answer, but: " + bytes);
            }
            bytes.write(next);
        }
        head = bytes.toString(StandardCharsets.ISO_8859_1);
        chunked = header("Transfer-Encoding").equals("chunked");
        chunkLeft = chunked ? 0 : header("Content-Length").isEmpty() ? 0 : Integer.parseInt(header("Content-Length"));
        ended = !chunked && chunkLeft == 0;
        return this;
    }

    public int status() {
        return Integer.parseInt(head.substring(9, 12));
    }

    /** Empty if there is none. */
    public String header(String name) {
        return head.lines()
                .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst()
                .orElse("");
    }

    /** The next byte of the body; -1 at its proper end. Fails if the connection ends before. */
    public int read() throws IOException {
        if (ended) {
            return -1;
        }
        if (chunkLeft == 0) {
            // The end of a chunk's line may come with the next one's beginning.
            String size = line();
            chunkLeft = Integer.parseInt(size.isEmpty() ? line() : size, 16);
            if (chunkLeft == 0) {
                line();
                ended = true;
                return -1;
            }
        }
        int next = in.read();
        if (next < 0) {
            throw new EOFException("the connection ended within the body");
        }
        chunkLeft--;
        ended = chunkLeft == 0 && !chunked;
        return next;
    }

    /** The body up to a text, which is not given; what there was at the body's end, if it comes first. */
    public String readTo(String text) throws IOException {
        byte[] end = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int matched = 0;
        while (matched < end.length) {
            int next = read();
            if (next < 0) {
                return bytes.toString(StandardCharsets.UTF_8);
            }
            bytes.write(next);
            matched = next == end[matched] ? matched + 1 : next == end[0] ? 1 : 0;
        }
        String read = bytes.toString(StandardCharsets.UTF_8);
        return read.substring(0, read.length() - text.length());
    }

    /** The next line of the body that is no ping, without its end. */
    public String readLine() throws IOException {
        String line = readTo("\n");
        return line.equals("{}") ? readLine() : line;
    }

    /** The data of the next event that is no ping. */
    public String readEvent() throws IOException {
        String event = readTo("\n\n");
        if (!event.startsWith("data: ")) {
            throw new AssertionError("no event: " + event);
        }
        return event.equals("data: {}") ? readEvent() : event.substring(6);
    }

    /** So many bytes of the body. */
    public byte[] readBytes(int count) throws IOException {
        byte[] bytes = new byte[count];
        for (int i = 0; i < count; i++) {
            int next = read();
            if (next < 0) {
                throw new EOFException("the body ended after " + i + " bytes");
            }
            bytes[i] = (byte) next;
        }
        return bytes;
    }

    /** What is left of the body, to its proper end. */
    public String readToEnd() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int next = read(); next >= 0; next = read()) {
            bytes.write(next);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** Whether the server closes the connection, and sends nothing before. */
    public boolean isClosedByServer() throws IOException {
        return in.read() < 0;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the connection ended within the body");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    /** Ends the connection with nothing but TCP's own farewell. */
    @Override
    public void close() throws IOException {
        socket.close();
    }
}
