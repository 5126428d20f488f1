/** The launcher: commands and exit codes. */
@NullMarked
package io.spindle.gateway.cli;

import org.jspecify.annotations.NullMarked;
