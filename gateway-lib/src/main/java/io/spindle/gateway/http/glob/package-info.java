/** Patterns as people write them: {@code news:*}. */
@NullMarked
package io.spindle.gateway.http.glob;

import org.jspecify.annotations.NullMarked;
