/** What may stand in a configuration file, beyond the settings that a start without one has. */
@NullMarked
package io.spindle.gateway.cli.config;

import org.jspecify.annotations.NullMarked;
