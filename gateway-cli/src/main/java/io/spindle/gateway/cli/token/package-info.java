/** The command that makes tokens. */
@NullMarked
package io.spindle.gateway.cli.token;

import org.jspecify.annotations.NullMarked;
