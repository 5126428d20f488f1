package io.spindle.gateway.routing.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spindle.gateway.api.Refusal;
import io.spindle.gateway.api.routing.Routing;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class MemoryRouterTest {
    private static final Duration IDLE_TIME = Duration.ofMinutes(10);
    private static final Routing NO_WORKER = new Routing.Unroutable(Refusal.NO_WORKER);

    private final AtomicLong nanoTime = new AtomicLong(Long.MAX_VALUE - 5); // Overflows, as the real clock may.
    private final MemoryRouter router =
            new MemoryRouter(Map.of("default", "default-00", "orders", "orders-00"), IDLE_TIME, nanoTime::get);

    @Test
    void aChannelGoesToTheWorkerOfItsPool() {
        assertEquals(new Routing.Found("default-00"), now(router.route("chat", "default")));
        assertEquals(new Routing.Found("orders-00"), now(router.route("order:1", "orders")));
    }

    @Test
    void aPoolWithoutAHandlerHasNoWorker() {
        assertEquals(NO_WORKER, now(router.route("chat", "nobody")));
    }

    @Test
    void aChannelInUseKeepsItsWorkerWhenAnotherPoolIsNamed() {
        router.route("chat", "default");

        for (int use = 0; use < 5; use++) {
            nanoTime.addAndGet(IDLE_TIME.toNanos() - 1);
            assertEquals(new Routing.Found("default-00"), now(router.route("chat", "orders")));
        }
    }

    @Test
    void aChannelThatWasIdleForLongIsRoutedAnew() {
        router.route("chat", "default");
        router.route("busy", "default");

        nanoTime.addAndGet(IDLE_TIME.toNanos());
        router.route("busy", "default");
        nanoTime.addAndGet(IDLE_TIME.toNanos());
        router.route("busy", "default");

        assertEquals(new Routing.Found("orders-00"), now(router.route("chat", "orders")));
        assertEquals(new Routing.Found("default-00"), now(router.route("busy", "orders")));
    }

    @Test
    void afterALongPauseAllAreRoutedAnew() {
        router.route("chat", "default");

        nanoTime.addAndGet(IDLE_TIME.toNanos() * 2);

        assertEquals(new Routing.Found("orders-00"), now(router.route("chat", "orders")));
    }

    @Test
    void aWorkerThatIsOverHasNoSuccessor() {
        router.route("chat", "default");

        assertEquals(NO_WORKER, now(router.reroute("chat", "default", "default-00")));
        assertEquals(new Routing.Found("default-00"), now(router.reroute("chat", "default", "earlier-00")));
    }

    @Test
    void aClosedRouterNamesNobody() {
        router.route("chat", "default");

        router.close();

        assertEquals(NO_WORKER, now(router.route("chat", "default")));
    }

    /** The answer must be there already: the way of a message has no room for waiting. */
    private static Routing now(CompletionStage<Routing> stage) {
        return stage.toCompletableFuture().getNow(null);
    }
}
