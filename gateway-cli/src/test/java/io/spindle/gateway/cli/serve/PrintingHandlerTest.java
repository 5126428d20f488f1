package io.spindle.gateway.cli.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spindle.gateway.api.Payload;
import io.spindle.gateway.api.event.ClientEvent;
import io.spindle.gateway.api.event.EventSource;
import io.spindle.gateway.api.rpc.RpcAnswer;
import io.spindle.gateway.api.worker.EventContext;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PrintingHandlerTest {
    private final StringWriter printed = new StringWriter();
    private final PrintingHandler handler = new PrintingHandler(new PrintWriter(printed, true));
    private final EventSource alice = new EventSource("alice", "Alice", true, "c1");

    @Test
    void eachEventIsALineOfTypeChannelUserAndText() {
        handle(new ClientEvent.Join("1", Instant.EPOCH, "chat:1", alice));
        handle(message("hello, 世界"));
        handle(new ClientEvent.Leave("3", Instant.EPOCH, "chat:1", alice));
        handle(new ClientEvent.Rpc("4", Instant.EPOCH, "chat:1", alice, "members\n", Payload.json("{}")));

        assertEquals(
                "join\tchat:1\talice\nmessage\tchat:1\talice\thello, 世界\nleave\tchat:1\talice\n"
                        + "rpc\tchat:1\talice\tmembers \n",
                printed.toString());
    }

    @Test
    void aTextCannotPassForAnotherEventNorSteerTheTerminal() {
        handle(message("a\nleave\tchat:1\tbob\u001b[2J\u0085\u2028b"));

        assertEquals("message\tchat:1\talice\ta leave chat:1 bob [2J b\n", printed.toString());
    }

    private ClientEvent message(String text) {
        return new ClientEvent.Message("2", Instant.EPOCH, "chat:1", alice, Payload.json("{}"), Optional.of(text));
    }

    private void handle(ClientEvent event) {
        handler.handle(event, new FirstAttempt());
    }

    private static final class FirstAttempt implements EventContext {
        @Override
        public String workerId() {
            return "embedded";
        }

        @Override
        public int attempt() {
            return 1;
        }

        @Override
        public boolean answer(RpcAnswer answer) {
            throw new AssertionError("calls are answered by returning");
        }
    }
}
