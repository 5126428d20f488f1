package io.spindle.gateway.policy.namespace;

import static io.spindle.gateway.policy.namespace.Asking.ALLOWED;
import static io.spindle.gateway.policy.namespace.Asking.as;
import static io.spindle.gateway.policy.namespace.Asking.chat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every combination of the three options that open publishing, presence and history, for every kind of client. */
class AccessTest {
    private static final boolean[] BOTH = {false, true};

    record Combination(boolean client, boolean subscriber, boolean anonymous, String user, boolean subscribed) {
        boolean permitted() {
            boolean base = client || (subscriber && subscribed);
            return base && (!user.isEmpty() || anonymous);
        }
    }

    static Stream<Combination> combinations() {
        List<Combination> all = new ArrayList<>();
        for (boolean client : BOTH) {
            for (boolean subscriber : BOTH) {
                for (boolean anonymous : BOTH) {
                    for (boolean subscribed : BOTH) {
                        all.add(new Combination(client, subscriber, anonymous, "42", subscribed));
                        all.add(new Combination(client, subscriber, anonymous, "", subscribed));
                    }
                }
            }
        }
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("combinations")
    void anonymousExtendsTheOthersAndGivesNothingAlone(Combination of) {
        NamespaceOptionsBuilder options = NamespaceOptions.builder()
                .presence(true)
                .history(10, Duration.ofMinutes(1))
                .allowPublishForClient(of.client)
                .allowPublishForSubscriber(of.subscriber)
                .allowPublishForAnonymous(of.anonymous)
                .allowPresenceForClient(of.client)
                .allowPresenceForSubscriber(of.subscriber)
                .allowPresenceForAnonymous(of.anonymous)
                .allowHistoryForClient(of.client)
                .allowHistoryForSubscriber(of.subscriber)
                .allowHistoryForAnonymous(of.anonymous);
        Asking asking = as(of.user, chat(options));
        int code = of.permitted() ? ALLOWED : 103;

        assertEquals(code, asking.publish("chat:1", Asking.DATA, of.subscribed), "publish");
        assertEquals(code, asking.presence("chat:1", of.subscribed), "presence");
        assertEquals(code, asking.history("chat:1", of.subscribed), "history");
    }
}
