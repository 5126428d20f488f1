package io.spindle.gateway.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.spindle.gateway.api.Payload;
import io.spindle.gateway.protocol.json.JsonCodec;
import io.spindle.gateway.protocol.protobuf.ProtobufCodec;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A case added to the sealed types stops here until both codecs know it. */
class EveryMessageIsEncodedTest {
    private static final ClientInfo INFO = new ClientInfo("u", "c", Optional.empty(), Optional.empty());
    private static final List<Result> RESULTS = List.of(
            new Result.Connect("c", "v", false, 0, Optional.empty(), Map.of(), 25, true, "", "", 0),
            new Result.Subscribe(
                    false, 0, false, false, StreamPosition.ZERO, List.of(), false, false, Optional.empty(), false),
            new Result.Unsubscribe(),
            new Result.Publish(),
            new Result.Presence(Map.of()),
            new Result.PresenceStats(1, 1),
            new Result.Refresh(false, 0),
            new Result.History(List.of(), StreamPosition.ZERO),
            new Result.Rpc(Optional.empty()),
            new Result.SubRefresh(false, 0));
    private static final List<Push> PUSHES = List.of(
            new Push.Pub("c", new Publication(Payload.json("1"), Optional.empty())),
            new Push.Join("c", INFO),
            new Push.Leave("c", INFO),
            new Push.Unsubscribe("c", 2000, "r"),
            new Push.Disconnect(3000, "r"),
            new Push.Subscribe("c", false, false, StreamPosition.ZERO, Optional.empty()),
            new Push.Message(Payload.json("1")),
            new Push.Refresh(true, 1));

    @Test
    void everyResultHasAnEncodingOfItsOwn() {
        assertEquals(Set.of(Result.class.getPermittedSubclasses()), classes(RESULTS));
        for (ClientCodec codec : new ClientCodec[] {new JsonCodec(), new ProtobufCodec()}) {
            assertDistinct(RESULTS.stream().map(result -> codec.reply(1, result)));
        }
    }

    @Test
    void everyPushHasAnEncodingOfItsOwn() {
        assertEquals(Set.of(Push.class.getPermittedSubclasses()), classes(PUSHES));
        for (ClientCodec codec : new ClientCodec[] {new JsonCodec(), new ProtobufCodec()}) {
            assertDistinct(PUSHES.stream().map(codec::push));
        }
    }

    private static Set<Class<?>> classes(List<?> messages) {
        return messages.stream().map(Object::getClass).collect(Collectors.toSet());
    }

    private static void assertDistinct(Stream<byte[]> encoded) {
        Set<String> seen = new HashSet<>();
        encoded.map(Arrays::toString).forEach(bytes -> assertNotEquals(false, seen.add(bytes), bytes));
    }
}
