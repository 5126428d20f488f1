package io.spindle.gateway.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ListenersTest {
    private static final String LOOPBACK = "127.0.0.1";

    @Test
    void eachPortServesItsOwnPathsOnly() throws Exception {
        HttpEdge edge = new HttpEdge();
        edge.listeners = List.of(
                ListenerSettings.clients(LOOPBACK, 0, Set.of(Endpoint.WEBSOCKET)),
                ListenerSettings.http(LOOPBACK, 0, Set.of(Endpoint.PRESENCE)),
                ListenerSettings.metrics(LOOPBACK, 0));
        try (edge) {
            edge.start();
            assertNotEquals(edge.port(Endpoint.WEBSOCKET), edge.port(Endpoint.PRESENCE));

            assertEquals(404, edge.get(Endpoint.WEBSOCKET, "/metrics").status());
            assertEquals(
                    404, edge.get(Endpoint.WEBSOCKET, "/channels/chat/presence").status());
            assertEquals(404, edge.get(Endpoint.PRESENCE, "/metrics").status());
            assertEquals(
                    404, edge.get(Endpoint.PRESENCE, "/connection/websocket").status());
            assertEquals(
                    404, edge.get(Endpoint.METRICS, "/connection/websocket").status());
            assertEquals(
                    404, edge.get(Endpoint.METRICS, "/channels/chat/presence").status());
            assertEquals(
                    200, edge.get(Endpoint.PRESENCE, "/channels/chat/presence").status());
            assertEquals(200, edge.get(Endpoint.METRICS, "/metrics").status());
            HttpExchange.upgrade(edge.port(Endpoint.WEBSOCKET)).close();
        }
    }

    @Test
    void aListenerServesHealthAtItsPathIfItIsToldTo() throws Exception {
        HttpEdge edge = new HttpEdge();
        edge.listeners = List.of(
                new ListenerSettings("outside", LOOPBACK, 0, Set.of(Endpoint.WEBSOCKET)),
                new ListenerSettings("inside", LOOPBACK, 0, Set.of(Endpoint.HEALTH, Endpoint.PRESENCE)));
        edge.paths = new OperatorPaths("/alive", "/metrics");
        try (edge) {
            edge.start();

            assertEquals(404, edge.get(Endpoint.WEBSOCKET, "/alive").status());
            assertEquals(404, edge.get(Endpoint.HEALTH, "/health").status());
            assertEquals(200, edge.get(Endpoint.HEALTH, "/alive").status());
            assertEquals(200, edge.get(Endpoint.HEALTH, "/alive/live").status());
        }
    }

    @Test
    void listenersOfOneNumberAreOneWithAllPathsAndHealthAsJson() throws Exception {
        int port = freePort();
        HttpEdge edge = new HttpEdge();
        edge.listeners = List.of(
                ListenerSettings.clients(LOOPBACK, port, Set.of(Endpoint.WEBSOCKET)),
                ListenerSettings.http(LOOPBACK, port, Set.of(Endpoint.PRESENCE)),
                ListenerSettings.metrics(LOOPBACK, port));
        try (edge) {
            edge.start();
            assertEquals(port, edge.port(Endpoint.METRICS));
            assertEquals(200, edge.get("/channels/chat/presence").status());
            assertEquals(200, edge.get("/metrics").status());
            assertEquals("{\"status\":\"healthy\"}", edge.get("/health").body());
            HttpExchange.upgrade(port).close();
        }
    }

    @Test
    void aPortInUseIsOneLineWithPortAndSettingAndLeavesNothingOpen() throws Exception {
        int free = freePort();
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName(LOOPBACK))) {
            HttpEdge edge = new HttpEdge();
            edge.listeners = List.of(
                    ListenerSettings.clients(LOOPBACK, free, Set.of(Endpoint.WEBSOCKET)),
                    ListenerSettings.http(LOOPBACK, taken.getLocalPort(), Set.of(Endpoint.PRESENCE)));

            String message = assertThrows(ListenException.class, edge::start).getMessage();

            assertTrue(message.startsWith("HTTP_PORT: port " + taken.getLocalPort() + " "), message);
            assertTrue(message.contains("in use"), message);
            assertEquals(1, message.lines().count());
            new ServerSocket(free, 1, InetAddress.getByName(LOOPBACK)).close();
        }
    }

    @Test
    void anAddressOfAnotherMachineIsOneLineWithTheSetting() {
        for (String address : List.of("192.0.2.1", "no-such-host.invalid")) {
            HttpEdge edge = new HttpEdge();
            edge.listeners = List.of(ListenerSettings.metrics(address, 0));

            String message = assertThrows(ListenException.class, edge::start).getMessage();

            assertTrue(message.startsWith("METRICS_PORT: ") && message.contains(address), message);
            assertEquals(1, message.lines().count());
        }
    }

    @Test
    void portsOutOfRangeAreRefusedByName() {
        for (int port : List.of(-1, 65_536)) {
            IllegalArgumentException refused = assertThrows(
                    IllegalArgumentException.class, () -> ListenerSettings.http(null, port, Set.of(Endpoint.PRESENCE)));
            assertEquals("HTTP_PORT: " + port + " (expected: 0 to 65535)", refused.getMessage());
        }
    }

    @Test
    void aStoppedServerLeavesThePortFree() throws Exception {
        HttpEdge edge = new HttpEdge().start();
        int port = edge.port(Endpoint.WEBSOCKET);

        edge.close();

        assertThrows(IllegalStateException.class, () -> edge.port(Endpoint.WEBSOCKET));
        assertThrows(IOException.class, () -> new Socket(LOOPBACK, port).close());
    }

    @Test
    void anAddressLeftOutMeansAllInterfaces() throws Exception {
        HttpEdge edge = new HttpEdge();
        edge.listeners = List.of(ListenerSettings.clients(null, 0, Set.of(Endpoint.WEBSOCKET)));
        try (edge) {
            edge.start();
            assertFalse(HttpExchange.send(edge.port(Endpoint.WEBSOCKET), "GET", "/health")
                    .body()
                    .isEmpty());
            try (Socket other = new Socket("127.0.0.2", edge.port(Endpoint.WEBSOCKET))) {
                assertTrue(other.isConnected());
            }
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(LOOPBACK))) {
            return socket.getLocalPort();
        }
    }
}
