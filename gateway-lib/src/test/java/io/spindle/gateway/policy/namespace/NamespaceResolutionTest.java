package io.spindle.gateway.policy.namespace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spindle.gateway.api.channel.ChannelOptions;
import io.spindle.gateway.api.channel.Grant;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which options a channel has. The history's size tells the namespaces apart. */
class NamespaceResolutionTest {
    private final ChannelNamespaces namespaces = ChannelNamespaces.builder()
            .withoutNamespace(sized(1))
            .namespace("chat", sized(2))
            .namespace("chat.v2-x_1", sized(3))
            .build();

    private static NamespaceOptions sized(int size) {
        return NamespaceOptions.builder().history(size, Duration.ofMinutes(1)).build();
    }

    private int sizeOf(ChannelNamespaces of, String channel) {
        return of.options(channel).orElseThrow().history().size();
    }

    @ParameterizedTest
    @CsvSource({
        "news, 1",
        "$news, 1",
        ":news, 1",
        "$:news, 1",
        "chat:room, 2",
        "chat:, 2",
        "chat:other:room, 2",
        "$chat:room, 2",
        "chat.v2-x_1:room, 3"
    })
    void theNamespaceIsWhatStandsBeforeTheFirstBoundary(String channel, int size) {
        assertEquals(size, sizeOf(namespaces, channel));
    }

    @ParameterizedTest
    @ValueSource(strings = {"chat2:room", "Chat:room", "$$chat:room", "cha:t", " chat:room"})
    void aNamespaceThatIsNotConfiguredIsUnknown(String channel) {
        assertTrue(namespaces.options(channel).isEmpty());
        assertFalse(namespaces.contains(channel));
    }

    @Test
    void separatorsMayBeLongerThanOneCharacter() {
        ChannelNamespaces other = ChannelNamespaces.builder()
                .privatePrefix("private-")
                .namespaceBoundary("::")
                .namespace("chat", sized(2))
                .withoutNamespace(sized(1))
                .build();

        assertEquals(2, sizeOf(other, "chat::room"));
        assertEquals(2, sizeOf(other, "private-chat::room"));
        assertEquals(1, sizeOf(other, "chat:room"));
    }

    @Test
    void nothingIsInheritedFromChannelsWithoutANamespace() {
        ChannelNamespaces plain = ChannelNamespaces.builder()
                .withoutNamespace(NamespaceOptions.builder()
                        .presence(true)
                        .joinLeave(true)
                        .history(10, Duration.ofMinutes(1))
                        .forceRecovery(true)
                        .build())
                .namespace("chat", NamespaceOptions.DEFAULTS)
                .build();

        assertEquals(ChannelOptions.BROADCAST, plain.options("chat:room").orElseThrow());
    }

    @Test
    void theMemoryOfPositionsIsTheNamespacesOwnOrThatOfAll() {
        ChannelNamespaces metas = ChannelNamespaces.builder()
                .historyMetaTtl(Duration.ofHours(5))
                .withoutNamespace(sized(1))
                .namespace(
                        "own",
                        NamespaceOptions.builder()
                                .history(2, Duration.ofMinutes(1))
                                .historyMetaTtl(Duration.ofHours(2))
                                .build())
                .namespace(
                        "zero",
                        NamespaceOptions.builder()
                                .history(2, Duration.ofMinutes(1))
                                .historyMetaTtl(Duration.ZERO)
                                .build())
                .build();

        assertEquals(
                Duration.ofHours(5), metas.options("x").orElseThrow().history().metaTtl());
        assertEquals(
                Duration.ofHours(2),
                metas.options("own:x").orElseThrow().history().metaTtl());
        assertEquals(
                Duration.ofHours(5),
                metas.options("zero:x").orElseThrow().history().metaTtl());
    }

    @Test
    void whereNoClientAsksOnlyWhatIsForcedCounts() {
        ChannelNamespaces wishes = ChannelNamespaces.builder()
                .withoutNamespace(NamespaceOptions.builder()
                        .joinLeave(true)
                        .allowPositioning(true)
                        .history(1, Duration.ofSeconds(1))
                        .forceRecovery(true)
                        .build())
                .build();

        ChannelOptions options = wishes.options("x").orElseThrow();
        assertEquals(Grant.NEVER, options.pushJoinLeave());
        assertEquals(Grant.NEVER, options.recovery().positioned());
        assertEquals(Grant.ALWAYS, options.recovery().recoverable());
    }
}
