/** Remote calls of clients, answered by the host. */
@NullMarked
package io.spindle.gateway.api.rpc;

import org.jspecify.annotations.NullMarked;
