/** What must hold between the settings of a configuration file, beyond what each allows by itself. */
@NullMarked
package io.spindle.gateway.cli.config.rules;

import org.jspecify.annotations.NullMarked;
