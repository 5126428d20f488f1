package io.spindle.gateway.policy.namespace;

import static io.spindle.gateway.policy.namespace.Asking.as;
import static io.spindle.gateway.policy.namespace.Asking.chat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spindle.gateway.api.channel.ChannelOptions;
import io.spindle.gateway.api.channel.Grant;
import io.spindle.gateway.api.channel.RecoveryMode;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What subscribers get of what they can wish for: positioning, recovery, and joins and leaves. */
class WishesTest {
    private static NamespaceOptionsBuilder open() {
        return NamespaceOptions.builder()
                .allowSubscribeForClient(true)
                .allowSubscribeForAnonymous(true)
                .history(10, Duration.ofMinutes(1))
                .presence(true)
                .joinLeave(true);
    }

    private static ChannelOptions of(String user, NamespaceOptionsBuilder options) {
        return as(user, chat(options)).optionsOf("chat:1");
    }

    private static void assertGrants(Grant positioned, Grant recoverable, Grant joinLeave, ChannelOptions options) {
        assertEquals(positioned, options.recovery().positioned(), "positioned");
        assertEquals(recoverable, options.recovery().recoverable(), "recoverable");
        assertEquals(joinLeave, options.pushJoinLeave(), "join_leave");
    }

    @Test
    void nothingIsGrantedUnlessAnOptionSaysSo() {
        assertGrants(Grant.NEVER, Grant.NEVER, Grant.NEVER, of("42", open()));
    }

    @Test
    void eachMayBeForcedForEverySubscriber() {
        assertGrants(
                Grant.ALWAYS,
                Grant.ALWAYS,
                Grant.ALWAYS,
                of("42", open().forcePositioning(true).forceRecovery(true).forcePushJoinLeave(true)));
    }

    @Test
    void positioningAndRecoveryAreAllowedOneByOne() {
        assertGrants(Grant.IF_ASKED, Grant.NEVER, Grant.NEVER, of("42", open().allowPositioning(true)));
        assertGrants(Grant.NEVER, Grant.IF_ASKED, Grant.NEVER, of("42", open().allowRecovery(true)));
    }

    @Test
    void whoMayReadHistoryMayAskForBoth() {
        assertGrants(Grant.IF_ASKED, Grant.IF_ASKED, Grant.NEVER, of("42", open().allowHistoryForClient(true)));
    }

    @Test
    void whoMayReadItOnceSubscribedMayAskAlready() {
        ChannelOptions options = of("42", open().allowHistoryForSubscriber(true).allowPresenceForSubscriber(true));

        assertGrants(Grant.IF_ASKED, Grant.IF_ASKED, Grant.IF_ASKED, options);
    }

    @Test
    void whoMaySeePresenceMayAskForJoinsAndLeaves() {
        assertGrants(Grant.NEVER, Grant.NEVER, Grant.IF_ASKED, of("42", open().allowPresenceForClient(true)));
    }

    @Test
    void butNotWhereNoneAreTold() {
        assertGrants(
                Grant.NEVER,
                Grant.NEVER,
                Grant.NEVER,
                of("42", open().joinLeave(false).allowPresenceForClient(true)));
    }

    @Test
    void anonymousClientsNeedTheAnonymousOption() {
        NamespaceOptionsBuilder users = open().allowHistoryForClient(true).allowPresenceForClient(true);

        assertGrants(Grant.NEVER, Grant.NEVER, Grant.NEVER, of("", users));
        assertGrants(
                Grant.IF_ASKED,
                Grant.IF_ASKED,
                Grant.IF_ASKED,
                of("", users.allowHistoryForAnonymous(true).allowPresenceForAnonymous(true)));
    }

    @Test
    void insecureMakesEveryWishAskable() {
        Asking anybody = as("", Asking.policy(chat(open())).insecure(true));

        assertGrants(Grant.IF_ASKED, Grant.IF_ASKED, Grant.IF_ASKED, anybody.optionsOf("chat:1"));
    }

    @Test
    void theModeIsThatOfEveryRecovery() {
        ChannelOptions options = of("42", open().allowRecovery(true).recoveryMode(RecoveryMode.CACHE));

        assertEquals(RecoveryMode.CACHE, options.recovery().mode());
    }

    @Test
    void deltasAndTagFiltersAreForAllWhereTheyAreAllowed() {
        ChannelOptions options = of("42", open().allowFossilDelta(true).allowTagsFilter(true));

        assertEquals(true, options.delta().fossil());
        assertEquals(false, options.delta().publish());
        assertEquals(true, options.tagsFilter());
        assertEquals(false, of("42", open()).delta().fossil());
        assertEquals(false, of("42", open()).tagsFilter());
    }
}
