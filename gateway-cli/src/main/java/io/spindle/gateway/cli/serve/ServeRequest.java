package io.spindle.gateway.cli.serve;

import java.util.Map;

/**
 * What the command line asks for.
 *
 * @param flags of settings, by their names
 * @param policySettings of the chosen policy, by their keys
 */
record ServeRequest(boolean embedded, Map<String, String> flags, Map<String, String> policySettings) {}
