/** Commands that write configuration files. */
@NullMarked
package io.spindle.gateway.cli.generate;

import org.jspecify.annotations.NullMarked;
