package io.spindle.gateway.worker;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.spindle.gateway.api.event.ClientEvent;
import io.spindle.gateway.api.worker.ChannelHandler;
import io.spindle.gateway.api.worker.EventContext;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A handler that remembers its calls in their order, and then does what the test wants. */
public final class RecordingHandler implements ChannelHandler {
    private final LinkedBlockingQueue<Call> calls = new LinkedBlockingQueue<>();
    private final ChannelHandler then;

    public RecordingHandler() {
        this((event, context) -> {});
    }

    public RecordingHandler(ChannelHandler then) {
        this.then = then;
    }

    public record Call(String eventId, int attempt, String workerId) {}

    @Override
    public void handle(ClientEvent event, EventContext context) throws Exception {
        calls.add(new Call(event.id(), context.attempt(), context.workerId()));
        then.handle(event, context);
    }

    /** The next call, waited for. */
    public Call awaitCall() throws InterruptedException {
        Call call = calls.poll(10, TimeUnit.SECONDS);
        assertNotNull(call, "the handler was not called within 10 s");
        return call;
    }

    /** The ids of the next so many calls, waited for. */
    public List<String> awaitIds(int count) throws InterruptedException {
        List<String> ids = new ArrayList<>();
        for (int call = 0; call < count; call++) {
            ids.add(awaitCall().eventId());
        }
        return ids;
    }

    public boolean isQuiet() {
        return calls.isEmpty();
    }
}
