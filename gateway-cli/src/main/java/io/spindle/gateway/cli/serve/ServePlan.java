package io.spindle.gateway.cli.serve;

import io.spindle.gateway.auth.JwtAuthenticator;
import io.spindle.gateway.cli.settings.SettingValues;
import java.util.Optional;

/**
 * Everything that a gateway is started with, checked.
 *
 * @param secret that tokens are signed with; absent if only public keys are known, or only anonymous clients come
 */
record ServePlan(
        SettingValues values,
        JwtAuthenticator authenticator,
        Optional<String> secret,
        ChosenPolicy policy,
        boolean embedded) {}
