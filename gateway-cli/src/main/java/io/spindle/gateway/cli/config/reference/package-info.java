/** The options of configuration files, as pages and files for people. */
@NullMarked
package io.spindle.gateway.cli.config.reference;

import org.jspecify.annotations.NullMarked;
