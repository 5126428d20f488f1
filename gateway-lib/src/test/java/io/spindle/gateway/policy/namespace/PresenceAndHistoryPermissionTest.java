package io.spindle.gateway.policy.namespace;

import static io.spindle.gateway.policy.namespace.Asking.ALLOWED;
import static io.spindle.gateway.policy.namespace.Asking.as;
import static io.spindle.gateway.policy.namespace.Asking.chat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Who may see presence and read history. */
class PresenceAndHistoryPermissionTest {
    private static NamespaceOptionsBuilder both() {
        return NamespaceOptions.builder().presence(true).history(10, Duration.ofMinutes(1));
    }

    @Test
    void whatIsOffIsToldBeforeMissingPermission() {
        Asking off = as("42", chat(NamespaceOptions.builder()));

        assertEquals(108, off.presence("chat:1", true));
        assertEquals(108, off.history("chat:1", true));
    }

    @Test
    void whatIsOffIsNotThereEvenForThosePermitted() {
        Asking off = as(
                "42",
                Asking.policy(chat(NamespaceOptions.builder()
                                .allowPresenceForClient(true)
                                .allowHistoryForClient(true)))
                        .insecure(true));

        assertEquals(108, off.presence("chat:1", true));
        assertEquals(108, off.history("chat:1", true));
    }

    @Test
    void whatIsOnIsForNobodyUnlessAnOptionSaysSo() {
        Asking user = as("42", chat(both().allowSubscribeForClient(true)));

        assertEquals(103, user.presence("chat:1", true));
        assertEquals(103, user.history("chat:1", true));
    }

    @Test
    void eachHasPermissionsOfItsOwn() {
        Asking presence = as("42", chat(both().allowPresenceForSubscriber(true)));
        Asking history = as("42", chat(both().allowHistoryForSubscriber(true)));

        assertEquals(ALLOWED, presence.presence("chat:1", true));
        assertEquals(103, presence.presence("chat:1", false));
        assertEquals(103, presence.history("chat:1", true));
        assertEquals(ALLOWED, history.history("chat:1", true));
        assertEquals(103, history.history("chat:1", false));
        assertEquals(103, history.presence("chat:1", true));
    }

    @Test
    void anUnknownNamespaceAndABadNameAreToldFirst() {
        Asking user = as("42", chat(NamespaceOptions.builder()));

        assertEquals(102, user.presence("zz:1", true));
        assertEquals(102, user.history("zz:1", true));
        assertEquals(107, user.presence("chat:größe", true));
        assertEquals(107, user.history("chat:größe", true));
    }

    @Test
    void namesTooLongToBeSubscribedToCanBeRead() {
        Asking user = as(
                "42",
                chat(both().allowPresenceForClient(true).allowHistoryForClient(true))
                        .maxLength(10));

        assertEquals(ALLOWED, user.presence("chat:" + "x".repeat(1_000), false));
        assertEquals(ALLOWED, user.history("chat:" + "x".repeat(1_000), false));
    }

    @Test
    void insecureComesLast() {
        Asking anybody = as("", Asking.policy(chat(both())).insecure(true));

        assertEquals(ALLOWED, anybody.presence("chat:1", false));
        assertEquals(ALLOWED, anybody.history("chat:1", false));
    }
}
