/** Commands that come beside their connection. */
@NullMarked
package io.spindle.gateway.http.emulation;

import org.jspecify.annotations.NullMarked;
