package io.spindle.gateway.cli.reload;

import io.spindle.gateway.api.auth.Authenticator;
import io.spindle.gateway.api.channel.ChannelPolicy;

/** Who connects and who may do what, by one reading of the configuration: neither counts without the other. */
public record Decisions(Authenticator authenticator, ChannelPolicy policy) {}
