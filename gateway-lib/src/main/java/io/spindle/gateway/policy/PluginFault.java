package io.spindle.gateway.policy;

import io.spindle.gateway.api.channel.ChannelPolicyProvider;
import java.util.ServiceConfigurationError;

/** What went wrong in a plugin's code, in words for whoever starts the gateway. */
final class PluginFault {
    private PluginFault() {}

    static String describe(Throwable thrown) {
        Throwable fault = thrown;
        // Both wrap what the plugin threw in words of the JDK's.
        while ((fault instanceof ServiceConfigurationError || fault instanceof ExceptionInInitializerError)
                && fault.getCause() != null) {
            fault = fault.getCause();
        }
        if (fault instanceof UnsupportedClassVersionError) {
            return "compiled for a later Java than this one ("
                    + Runtime.version().feature() + ")";
        }
        if (fault instanceof LinkageError) {
            return "does not fit this gateway's API, version " + ChannelPolicyProvider.API_VERSION
                    + ", or lacks a library in its jar (" + fault + ")";
        }
        if (fault instanceof IllegalArgumentException && fault.getMessage() != null) {
            return fault.getMessage(); // how a provider says that a setting is wrong
        }
        return fault instanceof ServiceConfigurationError ? String.valueOf(fault.getMessage()) : "threw " + fault;
    }
}
