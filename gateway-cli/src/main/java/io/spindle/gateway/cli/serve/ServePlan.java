package io.spindle.gateway.cli.serve;

import io.spindle.gateway.Gateway;
import io.spindle.gateway.GatewayBuilder;
import io.spindle.gateway.api.auth.Authenticator;
import io.spindle.gateway.cli.reload.Decisions;
import io.spindle.gateway.cli.settings.SettingValues;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Everything that a gateway is started with, checked.
 *
 * @param secret that tokens are signed with; absent if only public keys are known, or only anonymous clients come
 * @param namespaces whether the policy is that of a file's channel options
 * @param rest what the builder is told beyond plain values
 * @param made gets the gateway once it is made
 * @param addresses where a started gateway is reached, as URLs to copy
 */
record ServePlan(
        SettingValues values,
        Authenticator authenticator,
        Optional<String> secret,
        ChosenPolicy policy,
        boolean namespaces,
        boolean embedded,
        Consumer<GatewayBuilder> rest,
        Consumer<Gateway> made,
        Function<Gateway, Addresses> addresses) {
    /** Who connects and who may do what, from the start on. */
    Decisions decisions() {
        return new Decisions(authenticator, policy.policy());
    }
}
