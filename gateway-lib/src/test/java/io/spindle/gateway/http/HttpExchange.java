package io.spindle.gateway.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;

/** Requests over plain sockets: what no well-behaved client would send, and answers to the last byte. */
final class HttpExchange {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private HttpExchange() {}

    record Answer(int status, String head, String body) {
        String header(String name) {
            return head.lines()
                    .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .findFirst()
                    .orElse("");
        }
    }

    static Answer send(int port, String method, String path, String... headers) throws IOException {
        boolean ownHost = headers.length > 0 && headers[0].startsWith("Host:");
        String head = method + " " + path + " HTTP/1.1\r\n" + (ownHost ? "" : "Host: localhost:" + port + "\r\n")
                + String.join(
                        "",
                        Arrays.stream(headers).map(header -> header + "\r\n").toList())
                + "Connection: close\r\n\r\n";
        return sendRaw(port, head);
    }

    static Answer sendRaw(int port, String request) throws IOException {
        try (Socket socket = open(port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            String all = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return parse(all);
        }
    }

    static Socket open(int port) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout((int) PATIENCE.toMillis());
        return socket;
    }

    /** A socket that has become a WebSocket. */
    static Socket upgrade(int port) throws IOException {
        Socket socket = open(port);
        socket.getOutputStream().write(upgradeRequest("localhost:" + port).getBytes(StandardCharsets.UTF_8));
        Answer answer = parse(readHead(socket.getInputStream()));
        if (answer.status != 101) {
            throw new AssertionError("not upgraded: " + answer);
        }
        return socket;
    }

    static String upgradeRequest(String host, String... headers) {
        return "GET /connection/websocket HTTP/1.1\r\nHost: " + host + "\r\nUpgrade: websocket\r\n"
                + "Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                + String.join(
                        "",
                        Arrays.stream(headers).map(header -> header + "\r\n").toList()) + "\r\n";
    }

    /** Up to the empty line, and not a byte more. */
    static String readHead(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("closed after: " + head);
            }
            head.append((char) next);
        }
        return head.toString();
    }

    private static Answer parse(String text) throws IOException {
        int end = text.indexOf("\r\n\r\n");
        if (end < 0) {
            throw new IOException("no answer, but: " + text);
        }
        int status = Integer.parseInt(text.substring(9, 12));
        return new Answer(status, text.substring(0, end), text.substring(end + 4));
    }
}
