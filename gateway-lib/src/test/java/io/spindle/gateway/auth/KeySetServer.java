package io.spindle.gateway.auth;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A web server on a free port that gives one answer at all its paths, and remembers who asked. */
final class KeySetServer implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> paths = new CopyOnWriteArrayList<>();
    private volatile Answer answer = exchange -> send(exchange, 404, "");

    KeySetServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            paths.add(exchange.getRequestURI().getPath());
            answer.send(exchange);
        });
        server.start();
    }

    /** The address of a path. */
    String url(String path) {
        return "http://localhost:" + server.getAddress().getPort() + path;
    }

    /** From now on it has these keys, each a JSON object. */
    void serve(String... keys) {
        String set = Jwk.set(keys);
        answer = exchange -> send(exchange, 200, set);
    }

    void answer(Answer answer) {
        this.answer = answer;
    }

    static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    /** How often it was asked. */
    int fetches() {
        return paths.size();
    }

    /** What it was asked for, in this order. */
    List<String> paths() {
        return List.copyOf(paths);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    @FunctionalInterface
    interface Answer {
        void send(HttpExchange exchange) throws IOException;
    }
}
