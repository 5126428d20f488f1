/** Which publications a subscriber wants, by their tags. */
@NullMarked
package io.spindle.gateway.filter;

import org.jspecify.annotations.NullMarked;
