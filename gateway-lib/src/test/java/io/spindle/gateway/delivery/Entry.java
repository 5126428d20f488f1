package io.spindle.gateway.delivery;

import io.spindle.gateway.protocol.StreamPosition;
import java.util.List;

/**
 * What a client is told when its subscription begins.
 *
 * @param position where it stands before the missed publications
 * @param recovered whether those are all that it missed
 */
record Entry(StreamPosition position, boolean recovered, List<Seen> missed) {}
