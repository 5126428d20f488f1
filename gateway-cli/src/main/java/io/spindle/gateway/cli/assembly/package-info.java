/** What a configuration file says, in the words of the library. */
@NullMarked
package io.spindle.gateway.cli.assembly;

import org.jspecify.annotations.NullMarked;
