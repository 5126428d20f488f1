/** Values that every extension point shares. */
@NullMarked
package io.spindle.gateway.api;

import org.jspecify.annotations.NullMarked;
