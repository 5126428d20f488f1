package io.spindle.gateway.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spindle.gateway.AllowAll;
import io.spindle.gateway.GatewayExtension;
import io.spindle.gateway.api.rpc.RpcAnswer;
import io.spindle.gateway.client.JsonClient;
import io.spindle.gateway.redis.Await;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Handlers of remote calls may block; more of them than there are threads wait for each other only. */
class BlockingRpcTest {
    private static final int THREADS = 2;

    private final Set<String> threads = ConcurrentHashMap.newKeySet();
    private final CountDownLatch released = new CountDownLatch(1);

    @RegisterExtension
    final GatewayExtension gateway = new GatewayExtension(builder -> builder.channelPolicy(new AllowAll())
            .callbackThreads(THREADS)
            .rpc("block", (client, method, data) -> blocked()));

    @AfterEach
    void release() {
        released.countDown();
    }

    @Test
    void policiesAndAuthenticatorsOfTheHostAreStillAsked() {
        JsonClient alice = gateway.connect("alice");
        int last = 0;
        for (int call = 0; call < 5 * THREADS; call++) {
            last = alice.send("rpc", "{\"method\":\"block\"}");
        }
        Await.until("all threads are taken", () -> threads.size() == THREADS);

        assertEquals(0, gateway.connect("bob").subscribe("a").errorCode());
        assertEquals(0, alice.publish("a", "1").errorCode());

        released.countDown();
        assertEquals(0, alice.awaitReply(last).errorCode());
        for (String thread : threads) {
            assertEquals("spindle-rpc-", thread.replaceAll("\\d+$", ""));
        }
    }

    private CompletionStage<RpcAnswer> blocked() {
        threads.add(Thread.currentThread().getName());
        try {
            released.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return CompletableFuture.completedFuture(RpcAnswer.Done.NOTHING);
    }
}
