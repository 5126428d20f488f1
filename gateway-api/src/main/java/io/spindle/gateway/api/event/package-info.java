/** What a worker is told about a client. */
@NullMarked
package io.spindle.gateway.api.event;

import org.jspecify.annotations.NullMarked;
