package io.spindle.gateway.api.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spindle.gateway.api.Payload;
import io.spindle.gateway.api.channel.ChannelAction.Call;
import io.spindle.gateway.api.channel.ChannelAction.History;
import io.spindle.gateway.api.channel.ChannelAction.Presence;
import io.spindle.gateway.api.channel.ChannelAction.Publish;
import io.spindle.gateway.api.channel.ChannelAction.RefreshSubscription;
import io.spindle.gateway.api.channel.ChannelAction.Subscribe;
import io.spindle.gateway.api.client.ConnectedClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What the gateway expects of every {@link ChannelPolicy}: an answer to each question, in time, the same whoever else
 * asks at that moment. Extend it, name a client and channels, and add tests of your own rules.
 */
@Timeout(60)
public abstract class ChannelPolicyContract {
    /** A command's time in the gateway. */
    private static final long DEADLINE_SECONDS = 4;

    /** The policy under test; the same one for each call within a test. */
    protected abstract ChannelPolicy policy();

    /** A client that may subscribe and publish in {@link #openChannel()}. */
    protected abstract ConnectedClient client();

    /** A channel that {@link #client()} may subscribe to and publish in. */
    protected abstract String openChannel();

    /** A channel that {@link #client()} may neither subscribe to nor publish in. */
    protected abstract String closedChannel();

    /** Data that {@link #client()} may publish in {@link #openChannel()}. */
    protected Payload goodData() {
        return Payload.json("{\"text\":\"hello\"}");
    }

    @Test
    void whoMaySubscribeAndPublishIsAllowed() throws Exception {
        assertInstanceOf(Decision.Allow.class, decide(client(), openChannel(), subscribe()));
        assertInstanceOf(Decision.Allow.class, decide(client(), openChannel(), new Publish(goodData(), true)));
    }

    @Test
    void whoMayNotIsDenied() throws Exception {
        assertInstanceOf(Decision.Deny.class, decide(client(), closedChannel(), subscribe()));
        assertInstanceOf(Decision.Deny.class, decide(client(), closedChannel(), new Publish(goodData(), true)));
    }

    @Test
    void everyDenialHasAReasonToCount() throws Exception {
        for (Question question : questions()) {
            if (decide(question.client, question.channel, question.action) instanceof Decision.Deny deny) {
                assertTrue(deny.reason().matches("[a-z0-9_]{1,64}"), () -> "reason for " + question + ": " + deny);
            }
        }
    }

    @Test
    void everyQuestionIsAnsweredWhateverItHolds() throws Exception {
        for (Question question : questions()) {
            assertNotNull(decide(question.client, question.channel, question.action), question::toString);
        }
    }

    @Test
    void askedAgainThePolicyAnswersTheSame() throws Exception {
        for (Question question : questions()) {
            Decision first = decide(question.client, question.channel, question.action);

            assertEquals(first, decide(question.client, question.channel, question.action), question::toString);
        }
    }

    @Test
    void clientsAskedForAtTheSameTimeGetTheirOwnAnswers() throws Exception {
        List<Question> questions = questions();
        List<Decision> expected = answers(questions);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<List<Decision>>> rounds = new ArrayList<>();
            for (int i = 0; i < 32; i++) {
                rounds.add(threads.submit(() -> answers(questions)));
            }
            for (Future<List<Decision>> round : rounds) {
                assertEquals(expected, round.get(30, TimeUnit.SECONDS));
            }
        } finally {
            threads.shutdownNow();
        }
    }

    /** Asks and waits; fails if there is no answer within a command's time. */
    protected final Decision decide(ConnectedClient client, String channel, ChannelAction action) throws Exception {
        CompletionStage<Decision> stage = policy().decide(client, channel, action);
        assertNotNull(stage, "the policy returned no stage");
        return stage.toCompletableFuture().get(DEADLINE_SECONDS, TimeUnit.SECONDS);
    }

    private List<Decision> answers(List<Question> questions) throws Exception {
        List<Decision> answers = new ArrayList<>();
        for (Question question : questions) {
            answers.add(decide(question.client, question.channel, question.action));
        }
        return answers;
    }

    private static Subscribe subscribe() {
        return new Subscribe("", Optional.empty());
    }

    /** Each client in each channel with each action: what SDKs send, and what only hostile clients do. */
    private List<Question> questions() {
        List<ChannelAction> actions = new ArrayList<>(List.of(
                subscribe(),
                new Subscribe("not.a.token", Optional.of(Payload.json("{}"))),
                new Presence(true),
                new Presence(false),
                new History(true),
                new History(false),
                new RefreshSubscription(Optional.empty()),
                new RefreshSubscription(Optional.of("not.a.token")),
                new Call("method", goodData(), true),
                new Call("", Payload.json(""), false),
                new Publish(goodData(), true),
                new Publish(goodData(), false)));
        for (Payload data : oddData()) {
            actions.add(new Publish(data, true));
            actions.add(new Call("大厅 \"", data, true));
        }
        List<Question> questions = new ArrayList<>();
        for (ConnectedClient client : List.of(client(), anonymous())) {
            for (String channel : channels()) {
                actions.forEach(action -> questions.add(new Question(client, channel, action)));
            }
        }
        return questions;
    }

    private List<String> channels() {
        return List.of(
                openChannel(),
                closedChannel(),
                "x".repeat(255),
                " ",
                ":",
                "user:",
                "大厅",
                "a/b?c=d#e",
                "%2e%2e",
                "\uD83D\uDE00");
    }

    private static List<Payload> oddData() {
        return List.of(
                Payload.json(""),
                Payload.json("null"),
                Payload.json("{"),
                Payload.json("[]"),
                Payload.json("[".repeat(20_000)),
                Payload.json("{\"text\":".repeat(20_000)),
                Payload.json("{\"text\":\"" + "x".repeat(60_000) + "\"}"),
                Payload.json(new byte[] {'"', (byte) 0xFF, '"'}),
                Payload.binary(new byte[] {0, 1, (byte) 0xFF}),
                Payload.binary(new byte[0]));
    }

    private static ConnectedClient anonymous() {
        return new ConnectedClient(
                "", "1b0e1b0e-0000-4000-8000-000000000000", ConnectedClient.ANONYMOUS_NAME, false, Optional.empty());
    }

    private record Question(ConnectedClient client, String channel, ChannelAction action) {}
}
