package io.spindle.gateway.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spindle.gateway.Gateway;
import io.spindle.gateway.auth.JwtAuthenticator;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * Puts a gateway under load for some seconds and prints what came of it. It fails if a message was lost or came twice, or
 * if a client failed; never for being slow. Its name keeps it out of the tests: it runs when it is asked for.
 */
class SmokeBenchmark {
    private static final int CLIENTS = 50;
    private static final int CLIENTS_PER_CHANNEL = 5;
    private static final Duration WARM_UP = Duration.ofSeconds(1);
    private static final Duration MEASURED = Duration.ofSeconds(3);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Test
    void nothingIsLostOrDuplicatedUnderLoad() throws Exception {
        try (Gateway gateway = Gateway.builder()
                .bindAddress("127.0.0.1")
                .port(0)
                .authenticator(JwtAuthenticator.builder().allowAnonymous(true).build())
                .handler((event, context) -> {})
                .build()) {
            gateway.start();
            List<LoadClient> clients = connect(gateway.port());
            LoadWindow window = LoadWindow.after(WARM_UP, MEASURED);
            clients.forEach(client -> client.begin(window));
            List<Integer> published = new ArrayList<>();
            for (LoadClient client : clients) {
                published.add(client.done().get(PATIENCE.toSeconds(), TimeUnit.SECONDS));
            }

            long lost = lost(clients, published);
            long duplicated = clients.stream()
                    .mapToLong(client -> client.received().duplicates())
                    .sum();
            print(clients, lost, duplicated);

            assertEquals(0, lost, "lost deliveries");
            assertEquals(0, duplicated, "duplicated deliveries");
        }
    }

    private static List<LoadClient> connect(int port) throws Exception {
        HttpClient http = HttpClient.newHttpClient();
        URI uri = URI.create("ws://127.0.0.1:" + port + "/connection/websocket");
        List<LoadClient> clients = new ArrayList<>();
        for (int number = 0; number < CLIENTS; number++) {
            LoadClient client = new LoadClient(number, "chat:" + channelOf(number), new Received());
            client.connect(http, uri);
            clients.add(client);
        }
        for (LoadClient client : clients) {
            client.ready().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        }
        return clients;
    }

    /** What is still missing when everything has come, or when the patience is over. */
    private static long lost(List<LoadClient> clients, List<Integer> published) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        long missing = missing(clients, published);
        while (missing > 0 && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(10);
            missing = missing(clients, published);
        }
        return missing;
    }

    private static long missing(List<LoadClient> clients, List<Integer> published) {
        long missing = 0;
        for (int publisher = 0; publisher < CLIENTS; publisher++) {
            for (int subscriber = 0; subscriber < CLIENTS; subscriber++) {
                if (channelOf(publisher) == channelOf(subscriber)) {
                    missing += clients.get(subscriber).received().missing(publisher, published.get(publisher));
                }
            }
        }
        return missing;
    }

    private static int channelOf(int client) {
        return client / CLIENTS_PER_CHANNEL;
    }

    private static void print(List<LoadClient> clients, long lost, long duplicated) {
        long[] latencies =
                Latencies.sorted(clients.stream().map(LoadClient::latencies).toList());
        long deliveries = clients.stream().mapToLong(LoadClient::deliveries).sum();
        double seconds = MEASURED.toMillis() / 1e3;
        System.out.printf(
                Locale.ROOT,
                "clients %d, channels %d, measured for %.0f s%n"
                        + "publishes/s  %,10.0f%ndeliveries/s %,10.0f%nack p50      %10.2f ms%nack p99      %10.2f ms%n"
                        + "lost         %10d%nduplicated   %10d%n",
                CLIENTS,
                CLIENTS / CLIENTS_PER_CHANNEL,
                seconds,
                latencies.length / seconds,
                deliveries / seconds,
                millis(latencies, 0.50),
                millis(latencies, 0.99),
                lost,
                duplicated);
    }

    private static double millis(long[] sorted, double quantile) {
        return sorted.length == 0 ? Double.NaN : sorted[(int) Math.ceil(quantile * sorted.length) - 1] / 1e6;
    }
}
