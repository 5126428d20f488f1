package io.spindle.gateway.cli.serve;

import java.util.Map;
import java.util.Optional;

/**
 * What the command line asks for.
 *
 * @param config the configuration file, if there is one
 * @param allowUnsupported whether to start though the file asks for what the gateway has not
 * @param flags of settings, by their names
 * @param policySettings of the chosen policy, by their keys
 */
record ServeRequest(
        boolean embedded,
        Optional<String> config,
        boolean allowUnsupported,
        Map<String, String> flags,
        Map<String, String> policySettings) {}
