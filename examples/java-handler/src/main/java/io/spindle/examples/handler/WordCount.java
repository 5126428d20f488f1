package io.spindle.examples.handler;

import io.spindle.gateway.Gateway;
import io.spindle.gateway.GatewayStartException;
import io.spindle.gateway.api.Payload;
import io.spindle.gateway.api.event.ClientEvent;
import io.spindle.gateway.api.worker.EventContext;
import io.spindle.gateway.auth.JwtAuthenticator;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/** People chat; the program in whose JVM the gateway runs tells each room how many words have been said in it. */
public final class WordCount implements AutoCloseable {
    private static final String SECRET = "CENTRIFUGO_TOKEN_HMAC_SECRET_KEY";

    private final Map<String, Integer> wordsByChannel = new ConcurrentHashMap<>();
    private final Gateway gateway;

    WordCount(int port, String secret) throws GatewayStartException {
        gateway = Gateway.builder()
                .port(port)
                .authenticator(JwtAuthenticator.hmac(secret))
                .handler(this::handle)
                .build();
        gateway.start();
    }

    /** Events of one channel come in order, one after another. One that throws comes again. */
    private void handle(ClientEvent event, EventContext context) {
        if (event instanceof ClientEvent.Message message) {
            int words = message.text().orElse("").split("\\s+").length;
            int total = wordsByChannel.merge(event.channel(), words, Integer::sum);
            gateway.publish(event.channel(), Payload.json("{\"text\":\"" + total + " words so far\"}"));
        }
    }

    int port() {
        return gateway.port();
    }

    @Override
    public void close() {
        gateway.close();
    }

    public static void main(String[] args) throws Exception {
        String secret = Objects.requireNonNull(System.getenv(SECRET), SECRET + " is not set");
        WordCount program = new WordCount(8000, secret);
        Runtime.getRuntime().addShutdownHook(new Thread(program::close));
        Thread.currentThread().join();
    }
}
