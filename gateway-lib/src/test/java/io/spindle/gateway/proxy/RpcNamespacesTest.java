package io.spindle.gateway.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.spindle.gateway.api.ErrorCode;
import io.spindle.gateway.api.Payload;
import io.spindle.gateway.api.rpc.RpcAnswer;
import io.spindle.gateway.api.rpc.RpcHandler;
import io.spindle.gateway.conformance.Proves;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class RpcNamespacesTest {
    private static final Optional<RpcHandler> PLAIN = answering("plain");
    private static final RpcAnswer METHOD_NOT_FOUND = new RpcAnswer.Failed(ErrorCode.METHOD_NOT_FOUND);
    private static final RpcAnswer NOT_AVAILABLE = new RpcAnswer.Failed(ErrorCode.NOT_AVAILABLE);

    @Test
    void whatStandsBeforeTheFirstBoundaryChoosesTheHandler() {
        RpcNamespaces rpc =
                new RpcNamespaces(":", Optional.empty(), PLAIN, Map.of("a", answering("of a"), "b", answering("of b")));

        assertEquals(done("plain"), call(rpc, "sum"));
        assertEquals(done("of a"), call(rpc, "a:sum"));
        assertEquals(done("of b"), call(rpc, "b:a:sum"));
    }

    @Test
    void theBoundaryIsASetting() {
        RpcNamespaces rpc = new RpcNamespaces("::", Optional.empty(), PLAIN, Map.of("a", answering("of a")));

        assertEquals(done("of a"), call(rpc, "a::sum"));
        assertEquals(done("plain"), call(rpc, "a:sum"));
        assertThrows(IllegalArgumentException.class, () -> new RpcNamespaces("", Optional.empty(), PLAIN, Map.of()));
    }

    @Test
    @Proves("P6")
    void aNamespaceThatIsNotThereIsAMethodThatIsNotFound() {
        RpcNamespaces rpc = new RpcNamespaces(":", Optional.empty(), PLAIN, Map.of());

        assertEquals(METHOD_NOT_FOUND, call(rpc, "a:sum"));
    }

    @Test
    @Proves("P6")
    void aNamespaceThatIsSwitchedOffIsNotAvailable() {
        RpcNamespaces rpc = new RpcNamespaces(
                ":", Optional.empty(), Optional.empty(), Map.of("a", answering("of a"), "b", Optional.empty()));

        assertEquals(NOT_AVAILABLE, call(rpc, "b:sum"));
        assertEquals(NOT_AVAILABLE, call(rpc, "sum"));
    }

    @Test
    void withoutAnyHandlerRemoteCallsAreNotAvailable() {
        RpcNamespaces rpc = new RpcNamespaces(":", Optional.empty(), Optional.empty(), Map.of("b", Optional.empty()));

        assertEquals(NOT_AVAILABLE, call(rpc, "sum"));
        assertEquals(NOT_AVAILABLE, call(rpc, "x:sum"));
    }

    @Test
    void pingIsAnsweredAtOnceAndThenAllElseIsNotFound() {
        RpcNamespaces alone = new RpcNamespaces(":", Optional.of("ping"), Optional.empty(), Map.of());
        RpcNamespaces besideOthers = new RpcNamespaces(":", Optional.of("a:ping"), PLAIN, Map.of());

        assertEquals(RpcAnswer.Done.NOTHING, call(alone, "ping"));
        assertEquals(METHOD_NOT_FOUND, call(alone, "sum"));
        assertEquals(RpcAnswer.Done.NOTHING, call(besideOthers, "a:ping"));
        assertEquals(done("plain"), call(besideOthers, "ping"));
    }

    private static RpcAnswer call(RpcNamespaces rpc, String method) {
        return Clients.get(rpc.call(Clients.user("42"), method, Payload.json("1")));
    }

    private static Optional<RpcHandler> answering(String name) {
        return Optional.of((client, method, data) -> CompletableFuture.completedStage(done(name)));
    }

    private static RpcAnswer done(String name) {
        return RpcAnswer.done(Payload.json("\"" + name + "\""));
    }
}
