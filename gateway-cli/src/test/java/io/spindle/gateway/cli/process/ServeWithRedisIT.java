package io.spindle.gateway.cli.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spindle.gateway.auth.TokenIssuer;
import io.spindle.gateway.redis.RedisServerProcess;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ServeWithRedisIT {
    private static final String SECRET = "a secret that is as long as a hash is";

    @RegisterExtension
    static final RedisServerProcess redis = new RedisServerProcess();

    @Test
    void theEventOfAPublicationLiesInTheStreamOfTheChannelsWorker() throws Exception {
        redis.command("ZADD", "workers:active", "1", "worker-0");
        Map<String, String> environment = Map.of(
                "REDIS_URL", redis.url(),
                "CENTRIFUGO_TOKEN_HMAC_SECRET_KEY", SECRET,
                "WEBSOCKET_PORT", "0",
                "HTTP_PORT", "0",
                "METRICS_PORT", "0");
        try (SpindleProcess spindle = SpindleProcess.start(environment, "serve")) {
            String ready = spindle.awaitErr(line -> line.contains("Ready: "));
            RawClient client = RawClient.connect(ready.replaceAll(".*Ready: (\\S+).*", "$1"));
            client.send("{\"id\":1,\"connect\":{\"token\":\"" + token() + "\"}}\n"
                    + "{\"id\":2,\"publish\":{\"channel\":\"chat:1\",\"data\":{\"text\":\"hello\"}}}");

            client.await("\"id\":2,\"publish\"");

            String stream = redis.command("XRANGE", "messages:worker:worker-0", "-", "+");
            assertTrue(stream.contains("\"type\":\"message\",\"channel\":\"chat:1\""), stream);
            spindle.signal("TERM");
            assertEquals(0, spindle.exitCode());
        }
    }

    private static String token() {
        return TokenIssuer.hmac(SECRET, Clock.systemUTC())
                .issue("alice", Optional.of(Duration.ofMinutes(5)), Optional.empty());
    }
}
