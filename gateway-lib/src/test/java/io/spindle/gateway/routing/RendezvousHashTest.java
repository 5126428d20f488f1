package io.spindle.gateway.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Workers in other languages compute the same: these vectors are a contract. */
class RendezvousHashTest {
    private static final List<String> WORKERS = IntStream.range(0, 16)
            .mapToObj(i -> String.format("default-%02d", i))
            .toList();

    @Test
    void scoresAreTheContracts() {
        assertEquals("1c68b4aec4163ad9", Long.toHexString(RendezvousHash.score("chat", "w1")));
        assertEquals("c5b813f6815c5eaa", Long.toHexString(RendezvousHash.score("chat:room-1", "worker-0")));
        assertEquals("3ac9884b063445b2", Long.toHexString(RendezvousHash.score("chat:ü", "w2")));
    }

    @Test
    void choicesAreTheContracts() {
        assertEquals(Optional.of("default-14"), RendezvousHash.choose("chat", WORKERS));
        assertEquals(Optional.of("default-15"), RendezvousHash.choose("chat:room-1", WORKERS));
        assertEquals(Optional.of("default-08"), RendezvousHash.choose("chat:room-2", WORKERS));
        assertEquals(Optional.of("default-11"), RendezvousHash.choose("user:42", WORKERS));
        assertEquals(Optional.of("default-10"), RendezvousHash.choose("chat:ü", WORKERS));
    }

    @Test
    void thereIsNoChoiceAmongNone() {
        assertEquals(Optional.empty(), RendezvousHash.choose("chat", List.of()));
    }
}
