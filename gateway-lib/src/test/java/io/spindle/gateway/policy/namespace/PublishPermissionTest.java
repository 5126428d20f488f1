package io.spindle.gateway.policy.namespace;

import static io.spindle.gateway.policy.namespace.Asking.ALLOWED;
import static io.spindle.gateway.policy.namespace.Asking.DATA;
import static io.spindle.gateway.policy.namespace.Asking.as;
import static io.spindle.gateway.policy.namespace.Asking.chat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spindle.gateway.api.Payload;
import io.spindle.gateway.api.channel.ChannelAction;
import io.spindle.gateway.api.channel.ChannelOptions;
import io.spindle.gateway.api.channel.DataFormat;
import io.spindle.gateway.api.channel.Decision;
import io.spindle.gateway.api.channel.Delivery;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Who may publish what. */
class PublishPermissionTest {
    private static final Payload NOTHING = Payload.json("");

    @Test
    void nobodyUnlessAnOptionSaysSo() {
        Asking user = as("42", chat(NamespaceOptions.builder().allowSubscribeForClient(true)));

        assertEquals(103, user.publish("chat:1", DATA, true));
    }

    @Test
    void subscribersMayWhereTheyAreAllowedTo() {
        Asking user = as("42", chat(NamespaceOptions.builder().allowPublishForSubscriber(true)));

        assertEquals(103, user.publish("chat:1", DATA, false));
        assertEquals(ALLOWED, user.publish("chat:1", DATA, true));
    }

    @Test
    void badDataIsToldBeforeMissingPermission() {
        Asking user = as("42", chat(NamespaceOptions.builder()));

        assertEquals(107, user.publish("chat:1", NOTHING, false));
        assertEquals(103, user.publish("chat:1", DATA, false));
    }

    @Test
    void anUnknownNamespaceAndABadNameAreToldBeforeBadData() {
        Asking user = as("42", chat(NamespaceOptions.builder()));

        assertEquals(102, user.publish("zz:1", NOTHING, false));
        assertEquals(107, user.publish("chat:größe", DATA, false));
    }

    @ParameterizedTest
    @CsvSource({
        // format, nothing, a number, an object, an object after spaces, bytes
        "NOT_EMPTY,   107, 0,   0,   0,   0",
        "JSON,        107, 0,   0,   0,   107",
        "JSON_OBJECT, 107, 107, 0,   0,   107",
        "BINARY,      0,   0,   0,   0,   0"
    })
    void dataHasItsNamespacesFormat(DataFormat format, int nothing, int number, int object, int spaced, int bytes) {
        Asking user = as(
                "42",
                chat(NamespaceOptions.builder().allowPublishForClient(true).publicationDataFormat(format)));

        assertEquals(nothing, user.publish("chat:1", NOTHING, false));
        assertEquals(number, user.publish("chat:1", Payload.json("17"), false));
        assertEquals(object, user.publish("chat:1", Payload.json("{}"), false));
        assertEquals(spaced, user.publish("chat:1", Payload.json(" \t\r\n{}"), false));
        assertEquals(bytes, user.publish("chat:1", Payload.binary(new byte[] {'{', 0}), false));
    }

    @ParameterizedTest
    @EnumSource(DataFormat.class)
    void theFormatOfAllIsThatOfNamespacesWithoutOne(DataFormat format) {
        NamespaceOptionsBuilder open = NamespaceOptions.builder().allowPublishForClient(true);
        ChannelNamespacesBuilder namespaces = chat(open)
                .publicationDataFormat(format)
                .namespace("own", open.publicationDataFormat(DataFormat.BINARY).build());

        assertEquals(
                format == DataFormat.BINARY ? ALLOWED : 107,
                as("42", namespaces).publish("chat:1", NOTHING, false));
        assertEquals(ALLOWED, as("42", namespaces).publish("own:1", NOTHING, false));
    }

    @Test
    void whatTheServerPublishesCanBeCheckedAlike() {
        ChannelNamespaces namespaces = chat(NamespaceOptions.builder()
                        .channelRegex("^[0-9]+$")
                        .publicationDataFormat(DataFormat.JSON_OBJECT))
                .build();

        assertTrue(namespaces.accepts("chat:1", DATA));
        assertTrue(namespaces.accepts("chat:names play no part", DATA));
        assertFalse(namespaces.accepts("chat:1", Payload.json("17")));
        assertFalse(namespaces.accepts("zz:1", DATA));
    }

    @Test
    void privatePrefixUserListAndLengthPlayNoPart() {
        Asking user = as(
                "42",
                chat(NamespaceOptions.builder().allowPublishForClient(true).allowUserLimitedChannels(true))
                        .maxLength(10));

        assertEquals(ALLOWED, user.publish("$chat:1"));
        assertEquals(ALLOWED, user.publish("chat:a#7"));
        assertEquals(ALLOWED, user.publish("chat:" + "x".repeat(1_000)));
    }

    @Test
    void insecureComesLast() {
        Asking anybody = as("", Asking.policy(chat(NamespaceOptions.builder())).insecure(true));

        assertEquals(ALLOWED, anybody.publish("chat:1"));
        assertEquals(ALLOWED, anybody.publish("$chat:1"));
        assertEquals(107, anybody.publish("chat:1", NOTHING, false));
        assertEquals(102, anybody.publish("zz:1"));
    }

    @Test
    void historyDeltaAndWorkersAreTheNamespaces() {
        Asking user = as(
                "42",
                chat(NamespaceOptions.builder()
                        .allowPublishForClient(true)
                        .history(10, Duration.ofMinutes(5))
                        .allowFossilDelta(true)
                        .deltaPublish(true)
                        .delivery(Delivery.RELAY)
                        .workerPool("chats")));

        Decision.Allow allow = (Decision.Allow) user.decide("chat:1", new ChannelAction.Publish(DATA, false));
        ChannelOptions options = allow.options();
        assertEquals(10, options.history().size());
        assertEquals(Duration.ofMinutes(5), options.history().ttl());
        assertEquals(true, options.delta().publish());
        assertEquals(Delivery.RELAY, options.delivery());
        assertEquals("chats", options.workerPool());
    }

    @Test
    void whoeverMayPublishToAWorkerMayCallIt() {
        NamespaceOptionsBuilder subscribers = NamespaceOptions.builder().allowPublishForSubscriber(true);
        Asking without = as("42", chat(subscribers));
        Asking with = as("42", chat(subscribers.delivery(Delivery.RELAY)));

        assertEquals(108, Asking.code(without.decide("chat:1", new ChannelAction.Call("sum", DATA, true))));
        assertEquals(103, Asking.code(with.decide("chat:1", new ChannelAction.Call("sum", DATA, false))));
        assertEquals(ALLOWED, Asking.code(with.decide("chat:1", new ChannelAction.Call("sum", DATA, true))));
    }
}
