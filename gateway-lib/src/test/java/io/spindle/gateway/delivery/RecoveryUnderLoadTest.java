package io.spindle.gateway.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spindle.gateway.AllowAll;
import io.spindle.gateway.GatewayExtension;
import io.spindle.gateway.api.channel.ChannelOptions;
import io.spindle.gateway.api.channel.HistoryOptions;
import io.spindle.gateway.api.channel.RecoveryOptions;
import io.spindle.gateway.broker.memory.MemoryCluster;
import io.spindle.gateway.conformance.Proves;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Fifty publishers at once, while subscribers come, go, are cut off and recover, at two gateways that share their channels:
 * nothing is missing, doubled or out of order, or the subscriber is told.
 */
@Timeout(180)
class RecoveryUnderLoadTest {
    private static final int KEEPS_ALL = 1_000_000;
    private static final int KEEPS_FEW = 40;

    private final MemoryCluster cluster = new MemoryCluster();
    private final AtomicInteger turn = new AtomicInteger();
    private final ExecutorService readers = Executors.newCachedThreadPool();

    @RegisterExtension
    final GatewayExtension east = gateway(KEEPS_ALL);

    @RegisterExtension
    final GatewayExtension west = gateway(KEEPS_ALL);

    @RegisterExtension
    final GatewayExtension forgetful = gateway(KEEPS_FEW);

    @RegisterExtension
    final GatewayExtension without = new GatewayExtension(builder -> builder.channelPolicy(new AllowAll()));

    @Test
    @Proves("R12")
    void oneGatewayLosesNothing() throws InterruptedException {
        losesNothing(webSockets(east::uri), 2_000);
    }

    @Test
    @Proves("R12")
    void twoGatewaysLoseNothingThoughSubscribersComeBackToTheOther() throws InterruptedException {
        losesNothing(webSockets(this::eastAndWestInTurn), 400);
    }

    @Test
    void connectionsWithTheirCommandsBesideThemLoseNothing() throws InterruptedException {
        losesNothing(streams(() -> east.gateway().port()), 400);
    }

    @Test
    @Proves("T30")
    void commandsMayTakeTheWayOverAnotherGateway() throws InterruptedException {
        losesNothing(streams(() -> eastAndWestInTurn().getPort()), 100);
    }

    private URI eastAndWestInTurn() {
        return (turn.getAndIncrement() % 2 == 0 ? east : west).uri();
    }

    private static void losesNothing(List<Way> ways, int perPublisher) throws InterruptedException {
        try (Crowd crowd = new Crowd(ways, 10, perPublisher, 1)) {
            List<ChannelLog> logs = Stream.generate(() -> new ChannelLog(crowd.perChannel()))
                    .limit(10)
                    .toList();

            List<DeliveryVerifier> subscribers =
                    crowd.run(channel -> new DeliveryVerifier(logs.get(channel)), crowd.perChannel() / 25, true);

            crowd.latecomers(channel -> DeliveryVerifier.fromTheBeginning(logs.get(channel)));
            logs.forEach(log -> assertEquals(List.of(), log.faults()));
            assertEquals(
                    0, subscribers.stream().mapToInt(DeliveryVerifier::losses).sum());
            assertTrue(
                    subscribers.stream().mapToInt(DeliveryVerifier::recoveries).sum() > subscribers.size());
        }
    }

    @Test
    void whoMissesMoreThanIsKeptIsToldSo() throws InterruptedException {
        try (Crowd crowd = new Crowd(webSockets(forgetful::uri), 5, 200, 2)) {
            List<ChannelLog> logs = Stream.generate(() -> new ChannelLog(crowd.perChannel()))
                    .limit(5)
                    .toList();

            List<DeliveryVerifier> subscribers =
                    crowd.run(channel -> new DeliveryVerifier(logs.get(channel)), 100, true);

            assertTrue(subscribers.stream().mapToInt(DeliveryVerifier::losses).sum() > 0);
        }
    }

    @Test
    void withoutHistoryEachPublishersOrderHolds() throws InterruptedException {
        try (Crowd crowd = new Crowd(webSockets(without::uri), 5, 200, 3)) {
            crowd.run(channel -> new PublisherOrderVerifier(crowd.perChannel()), 400, false);
        }
    }

    private GatewayExtension gateway(int kept) {
        ChannelOptions options = ChannelOptions.BROADCAST
                .withHistory(HistoryOptions.of(kept, Duration.ofHours(1)))
                .withRecovery(RecoveryOptions.ALWAYS);
        return new GatewayExtension(builder -> builder.cluster(cluster)
                .channelPolicy(new AllowAll(options))
                .httpStream(true)
                .sse(true)
                .maxRecoveredPublications(0)
                .maxQueueBytes(8 << 20));
    }

    private static List<Way> webSockets(Supplier<URI> uri) {
        return List.of(new WebSocketWay(uri, new JsonWire()), new WebSocketWay(uri, new ProtobufWire()));
    }

    private List<Way> streams(IntSupplier port) {
        return Stream.of(StreamFormat.values())
                .<Way>map(format -> new StreamedWay(port, format, readers))
                .toList();
    }

    @AfterEach
    void stopReaders() {
        readers.shutdownNow();
    }
}
