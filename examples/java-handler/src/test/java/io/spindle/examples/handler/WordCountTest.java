package io.spindle.examples.handler;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.github.centrifugal.centrifuge.Client;
import io.github.centrifugal.centrifuge.EventListener;
import io.github.centrifugal.centrifuge.Options;
import io.github.centrifugal.centrifuge.PublicationEvent;
import io.github.centrifugal.centrifuge.SubscribedEvent;
import io.github.centrifugal.centrifuge.Subscription;
import io.github.centrifugal.centrifuge.SubscriptionEventListener;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class WordCountTest {
    private static final String SECRET = "a secret of thirty-two bytes or more";

    private final BlockingQueue<String> received = new ArrayBlockingQueue<>(100);

    @Test
    void aRoomIsToldHowManyWordsHaveBeenSaidInIt() throws Exception {
        try (WordCount program = new WordCount(0, SECRET)) {
            Options options = new Options();
            options.setToken(token("alice"));
            Client client = new Client(
                    "ws://127.0.0.1:" + program.port() + "/connection/websocket", options, new EventListener() {});
            Subscription room = client.newSubscription("chat:room-1", new Listener());
            room.subscribe();
            client.connect();
            assertEquals("subscribed", next());

            publish(room, "two words");
            assertEquals("2 words so far", nextCount());
            publish(room, "and three more");
            assertEquals("5 words so far", nextCount());

            client.close(1_000);
        }
    }

    private void publish(Subscription room, String text) {
        byte[] data = ("{\"text\":\"" + text + "\"}").getBytes(StandardCharsets.UTF_8);
        room.publish(data, (failure, result) -> {
            if (failure != null) {
                received.add("not published: " + failure.getMessage());
            }
        });
        // Subscribers see the message itself too; whether before or after the count is up to the race of the two.
    }

    private String nextCount() throws InterruptedException {
        String text = next();
        while (!text.endsWith("so far") && !text.equals("null")) {
            text = next();
        }
        return text;
    }

    private String next() throws InterruptedException {
        return String.valueOf(received.poll(10, TimeUnit.SECONDS));
    }

    private static String token(String user) throws Exception {
        SignedJWT token = new SignedJWT(
                new JWSHeader(JWSAlgorithm.HS256),
                new JWTClaimsSet.Builder().subject(user).build());
        token.sign(new MACSigner(SECRET));
        return token.serialize();
    }

    private final class Listener extends SubscriptionEventListener {
        @Override
        public void onSubscribed(Subscription subscription, SubscribedEvent event) {
            received.add("subscribed");
        }

        @Override
        public void onPublication(Subscription subscription, PublicationEvent event) {
            String json = new String(event.getData(), StandardCharsets.UTF_8);
            received.add(json.replaceFirst(".*\"text\":\"([^\"]*)\".*", "$1"));
        }
    }
}
