/** What a running gateway takes over from its configuration file when that is read again. */
@NullMarked
package io.spindle.gateway.cli.reload;

import org.jspecify.annotations.NullMarked;
