package io.spindle.gateway.cli.assembly;

import io.spindle.gateway.Gateway;
import io.spindle.gateway.GatewayBuilder;
import io.spindle.gateway.api.auth.Authenticator;
import io.spindle.gateway.api.channel.ChannelPolicy;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What a gateway is made of by a configuration file, beyond plain values.
 *
 * @param policy the file's namespaces; absent if another policy is chosen
 * @param rest everything else that the builder is told
 * @param gateway gets the gateway once it is made
 * @param addresses where a started gateway is reached, as URLs to copy
 */
public record FileParts(
        Authenticator authenticator,
        Optional<ChannelPolicy> policy,
        Consumer<GatewayBuilder> rest,
        Consumer<Gateway> gateway,
        Function<Gateway, List<String>> addresses) {}
