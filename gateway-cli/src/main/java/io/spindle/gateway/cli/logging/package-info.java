/** Logging to standard error, one line per event. */
@NullMarked
package io.spindle.gateway.cli.logging;

import org.jspecify.annotations.NullMarked;
