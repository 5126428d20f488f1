package io.spindle.gateway.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.spindle.gateway.api.Payload;
import io.spindle.gateway.api.event.ClientEvent;
import io.spindle.gateway.api.event.EventSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The golden files are what existing workers read: they change only by new fields at the end. */
class EventCodecTest {
    private static final EventSource ALICE = new EventSource("42", "Alice", true, "c");

    @Test
    void aMessageCarriesItsDataAsText() {
        EventSource source = new EventSource("42", "Zoë \"Z\" 😀", true, "5f6f8a9e-0000-4000-8000-000000000001");
        Payload data =
                Payload.json("{ \"text\": \"  hello\\nworld \", \"n\": 12345678901234567890.10, \"path\":\"a\\/b\" }");
        assertGolden(
                "message.json",
                new ClientEvent.Message(
                        "0b7e6f0e-7c7c-4a52-9a51-2f5f9b3c1d10",
                        Instant.parse("2026-11-23T21:17:43.120340Z"),
                        "chat:大厅",
                        source,
                        data,
                        Optional.of("hello\nworld")),
                "worker-0");
    }

    @Test
    void aNameThatIsTheClientsOwnWordIsMarkedAndDataWithoutTextGivesNone() {
        assertGolden(
                "message-unverified.json",
                new ClientEvent.Message(
                        "0b7e6f0e-7c7c-4a52-9a51-2f5f9b3c1d11",
                        Instant.parse("2026-11-23T21:17:43Z"),
                        "chat",
                        new EventSource("9d5c1d9e-0000-4000-8000-000000000002", "Anonymous", false, "c"),
                        Payload.json("[1,2]"),
                        Optional.empty()),
                "w@host:1");
    }

    @Test
    void binaryDataStandsInAFieldOfItsOwn() {
        assertGolden(
                "message-binary.json",
                new ClientEvent.Message(
                        "0b7e6f0e-7c7c-4a52-9a51-2f5f9b3c1d12",
                        Instant.parse("2026-11-23T21:17:43.000000001Z"),
                        "chat",
                        ALICE,
                        Payload.binary(new byte[] {0, 1, (byte) 0xFF}),
                        Optional.empty()),
                "w1");
    }

    @Test
    void joinsAndLeavesHaveNeitherTextNorData() {
        assertGolden(
                "join.json",
                new ClientEvent.Join(
                        "0b7e6f0e-7c7c-4a52-9a51-2f5f9b3c1d13",
                        Instant.parse("2026-11-23T21:17:43.5Z"),
                        "chat:1",
                        ALICE),
                "w1");
    }

    @Test
    void aCallNamesItsMethodAfterAllOtherFields() {
        assertGolden(
                "rpc.json",
                new ClientEvent.Rpc(
                        "0b7e6f0e-7c7c-4a52-9a51-2f5f9b3c1d15",
                        Instant.parse("2026-11-23T21:17:43.5Z"),
                        "chat:1",
                        new EventSource("42", "Alice", false, "c"),
                        "top \"10\"",
                        Payload.json("{\"text\": \"no text of a message\"}")),
                "w1");
        assertGolden(
                "rpc-binary.json",
                new ClientEvent.Rpc(
                        "0b7e6f0e-7c7c-4a52-9a51-2f5f9b3c1d16",
                        Instant.parse("2026-11-23T21:17:43.5Z"),
                        "chat:1",
                        ALICE,
                        "top",
                        Payload.binary(new byte[] {0, 1, (byte) 0xFF})),
                "w1");
    }

    @Test
    void aCallWithoutDataHasNeitherFieldOfData() {
        assertGolden(
                "rpc-empty.json",
                new ClientEvent.Rpc(
                        "0b7e6f0e-7c7c-4a52-9a51-2f5f9b3c1d17",
                        Instant.parse("2026-11-23T21:17:43.5Z"),
                        "chat:1",
                        ALICE,
                        "top",
                        Payload.json("")),
                "w1");
    }

    @Test
    void controlCharactersAreEscapedAndUnpairedSurrogatesReplaced() {
        assertGolden(
                "leave.json",
                new ClientEvent.Leave(
                        "0b7e6f0e-7c7c-4a52-9a51-2f5f9b3c1d14",
                        Instant.parse("1969-12-31T23:59:59.999Z"),
                        "chat:1",
                        new EventSource("42", "\u0001\t\\/\uD83D", false, "c")),
                "w1");
    }

    @Test
    void aLargeEventLeavesNoTraceInTheNextOne() {
        Payload large = Payload.json("\"" + "\\\"é".repeat(100_000) + "\"");
        byte[] json = EventCodec.encode(message(large), "w1");
        String text = new String(json, StandardCharsets.UTF_8);

        assertEquals(
                large.asText(),
                text.substring(text.indexOf("\"raw\":\"") + 7, text.indexOf("\",\"clientId\""))
                        .replace("\\\"", "\"")
                        .replace("\\\\", "\\"));
        assertGolden(
                "join.json",
                new ClientEvent.Join(
                        "0b7e6f0e-7c7c-4a52-9a51-2f5f9b3c1d13",
                        Instant.parse("2026-11-23T21:17:43.5Z"),
                        "chat:1",
                        ALICE),
                "w1");
    }

    private static ClientEvent message(Payload data) {
        return new ClientEvent.Message("id", Instant.EPOCH, "chat", ALICE, data, Optional.empty());
    }

    private static void assertGolden(String file, ClientEvent event, String workerId) {
        try (InputStream in = EventCodecTest.class.getResourceAsStream(file)) {
            assertNotNull(in, file);
            String golden = new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
            assertEquals(golden, new String(EventCodec.encode(event, workerId), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
