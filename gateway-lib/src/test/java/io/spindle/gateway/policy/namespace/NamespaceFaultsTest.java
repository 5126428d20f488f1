package io.spindle.gateway.policy.namespace;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.spindle.gateway.api.channel.RecoveryMode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Namespaces that make no sense are not made. */
class NamespaceFaultsTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private static List<String> faultsOf(ChannelNamespacesBuilder builder) {
        return assertThrows(NamespacesException.class, builder::build).faults();
    }

    private static String faultOf(NamespaceOptionsBuilder options) {
        List<String> faults = faultsOf(ChannelNamespaces.builder().namespace("chat", options.build()));
        assertEquals(1, faults.size(), faults::toString);
        return faults.get(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a b", "chat:x", "größe", "a/b"})
    void namesAreTwoCharactersOrMoreOfAFewKinds(String name) {
        assertEquals(
                List.of("namespaces: \"" + name + "\" (expected: two characters or more of A-Z a-z 0-9 - _ .)"),
                faultsOf(ChannelNamespaces.builder().namespace(name, NamespaceOptions.DEFAULTS)));
    }

    @Test
    void eachNameStandsOnce() {
        assertEquals(
                List.of("namespaces: \"chat\" twice (expected: each name once)"),
                faultsOf(ChannelNamespaces.builder()
                        .namespace("chat", NamespaceOptions.DEFAULTS)
                        .namespace("chat", NamespaceOptions.DEFAULTS)));
    }

    @Test
    void sizeAndTimeOfHistoryAreSetTogether() {
        assertEquals(
                "namespaces.chat.history_ttl: not set (expected: more than 0, as history_size is 10)",
                faultOf(NamespaceOptions.builder().history(10, Duration.ZERO)));
        assertEquals(
                "namespaces.chat.history_size: not set (expected: 1 or more, as history_ttl is 60s)",
                faultOf(NamespaceOptions.builder().history(0, MINUTE)));
    }

    @Test
    void timesOfHistoryAreWholeSeconds() {
        assertEquals(
                "namespaces.chat.history_ttl: 1500ms (expected: whole seconds)",
                faultOf(NamespaceOptions.builder().history(10, Duration.ofMillis(1_500))));
        assertEquals(
                "namespaces.chat.history_meta_ttl: 90500ms (expected: whole seconds)",
                faultOf(NamespaceOptions.builder().history(10, MINUTE).historyMetaTtl(Duration.ofMillis(90_500))));
    }

    @Test
    void positionsAreNotForgottenBeforePublications() {
        assertEquals(
                "namespaces.chat.history_ttl: 60s (expected: not more than history_meta_ttl, which is 59s)",
                faultOf(NamespaceOptions.builder().history(10, MINUTE).historyMetaTtl(Duration.ofSeconds(59))));
    }

    @Test
    void recoveryIsForcedOnlyWithHistory() {
        assertEquals(
                "namespaces.chat.force_recovery: true (expected: history_size and history_ttl with it)",
                faultOf(NamespaceOptions.builder().forceRecovery(true)));
    }

    @Test
    void theLatestIsGivenUnaskedOnlyWithForcedRecoveryInCacheMode() {
        String fault = "namespaces.chat.auto_cache_recover: true"
                + " (expected: force_recovery, and force_recovery_mode cache, with it)";
        NamespaceOptionsBuilder kept =
                NamespaceOptions.builder().history(1, MINUTE).autoCacheRecover(true);

        assertEquals(fault, faultOf(kept));
        assertEquals(fault, faultOf(kept.recoveryMode(RecoveryMode.CACHE)));
        NamespaceOptions cache = kept.forceRecovery(true).build();
        assertDoesNotThrow(ChannelNamespaces.builder().namespace("chat", cache)::build);
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "a(?=b)", "(a)\\1"})
    void regexesAreInTheSyntaxOfRe2(String regex) {
        String fault = faultOf(NamespaceOptions.builder().channelRegex(regex));

        String start = "namespaces.chat.channel_regex: \"" + regex + "\" (expected: RE2 syntax; ";
        assertEquals(start, fault.substring(0, Math.min(fault.length(), start.length())));
    }

    @Test
    void poolsAreNamedAsWorkersNameThem() {
        assertEquals(
                "namespaces.chat.workerPool: \"a b\" (expected: 1 to 64 of A-Z a-z 0-9 . _ -)",
                faultOf(NamespaceOptions.builder().workerPool("a b")));
    }

    @Test
    void everyFaultIsTold() {
        List<String> faults = faultsOf(ChannelNamespaces.builder()
                .privatePrefix("")
                .namespaceBoundary("")
                .userBoundary("")
                .userSeparator("")
                .maxLength(0)
                .withoutNamespace(
                        NamespaceOptions.builder().history(-1, Duration.ZERO).build())
                .namespace("a", NamespaceOptions.builder().forceRecovery(true).build()));

        assertEquals(
                List.of(
                        "private_prefix: empty (expected: one character or more)",
                        "namespace_boundary: empty (expected: one character or more)",
                        "user_boundary: empty (expected: one character or more)",
                        "user_separator: empty (expected: one character or more)",
                        "max_length: 0 (expected: 1 or more, or a negative number for no limit)",
                        "without_namespace.history_size: -1 (expected: 0 or more)",
                        "namespaces: \"a\" (expected: two characters or more of A-Z a-z 0-9 - _ .)",
                        "namespaces.a.force_recovery: true (expected: history_size and history_ttl with it)"),
                faults);
    }
}
