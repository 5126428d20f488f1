package io.spindle.gateway.cli.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ServeEmbeddedIT {
    private SpindleProcess spindle;
    private String url;

    @BeforeEach
    void start() throws Exception {
        spindle = SpindleProcess.start(
                Map.of(), "serve", "--embedded", "--websocket-port=0", "--http-port=0", "--metrics-port=0");
        url = spindle.awaitOut(line -> line.startsWith("WebSocket: ")).substring("WebSocket: ".length());
    }

    @AfterEach
    void stop() {
        spindle.close();
    }

    @Test
    void aClientWithThePrintedTokenPublishesAndTheHandlerPrintsTheEvents() throws Exception {
        RawClient client = connected();

        client.send("{\"id\":2,\"subscribe\":{\"channel\":\"chat:1\"}}");
        client.await("\"id\":2");
        client.send("{\"id\":3,\"publish\":{\"channel\":\"chat:1\",\"data\":{\"text\":\" hello, 世界 \"}}}");

        client.await("\"text\":\" hello, 世界 \"");
        spindle.awaitOut("join\tchat:1\tdemo"::equals);
        spindle.awaitOut("message\tchat:1\tdemo\thello, 世界"::equals);
    }

    @Test
    void theLineToPasteConnectsSubscribesAndPublishes() throws Exception {
        String script = spindle.awaitOut(line -> line.startsWith("w=new WebSocket("));
        RawClient client = RawClient.connect(script.split("'")[1]);

        client.send(script.split("'")[3].replace("\\n", "\n"));

        client.await("\"pub\"");
        spindle.awaitOut("message\tchat\tdemo\thello"::equals);
    }

    @Test
    void nobodyConnectsWithoutAToken() throws Exception {
        RawClient client = RawClient.connect(url);

        client.send("{\"id\":1,\"connect\":{}}");

        assertEquals(3501, client.closeCode());
    }

    @Test
    void aSignalTellsClientsToComeBackAndEndsWith0() throws Exception {
        RawClient client = connected();

        spindle.signal("TERM");

        assertEquals(3001, client.closeCode());
        assertEquals(0, spindle.exitCode());
        assertTrue(spindle.errors().stream().anyMatch(line -> line.endsWith("Stopped")));
    }

    @Test
    void anInterruptFromTheKeyboardEndsWith0() throws Exception {
        spindle.awaitErr(line -> line.contains("Ready"));

        spindle.signal("INT");

        assertEquals(0, spindle.exitCode());
    }

    private RawClient connected() throws Exception {
        String token = spindle.awaitOut(line -> line.startsWith("Token for the user demo"))
                .replaceAll(".*: ", "");
        RawClient client = RawClient.connect(url);
        client.send("{\"id\":1,\"connect\":{\"token\":\"" + token + "\"}}");
        client.await("\"connect\"");
        return client;
    }
}
