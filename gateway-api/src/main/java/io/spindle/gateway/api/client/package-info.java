/** Who is connected. */
@NullMarked
package io.spindle.gateway.api.client;

import org.jspecify.annotations.NullMarked;
