/** The command that runs the gateway: from settings to a running gateway, and to its end. */
@NullMarked
package io.spindle.gateway.cli.serve;

import org.jspecify.annotations.NullMarked;
