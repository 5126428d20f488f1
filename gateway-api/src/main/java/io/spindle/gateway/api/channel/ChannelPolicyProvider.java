package io.spindle.gateway.api.channel;

import java.util.Map;

/**
 * Makes a channel policy by name; found through {@link java.util.ServiceLoader} in the jars of the plugins folder. Each
 * jar has a class loader of its own: its own classes first, {@code java.*}, this API and JSpecify from the gateway.
 */
public interface ChannelPolicyProvider {
    /** The version of this API; a provider made for a later one is refused at the start. */
    int API_VERSION = 1;

    /** The name by which the policy is chosen: 1 to 64 of A-Z, a-z, 0-9, {@code . _ -}. */
    String name();

    /** The {@link #API_VERSION} that the provider was compiled against: return the constant. */
    int apiVersion();

    /**
     * Makes the policy; called once, at the start, before the first connection. If the policy is {@link AutoCloseable} it is
     * closed when the gateway is.
     *
     * @param settings the settings {@code policy.<name>.*}, by the part of their names after that prefix
     * @throws IllegalArgumentException if a setting is missing or wrong; the start fails and shows the message
     */
    ChannelPolicy create(Map<String, String> settings);
}
