/**
 * The broker of gateways in one process: of one that stands alone, or of several that share a {@link
 * io.spindle.gateway.broker.memory.MemoryCluster}.
 */
@NullMarked
package io.spindle.gateway.broker.memory;

import org.jspecify.annotations.NullMarked;
