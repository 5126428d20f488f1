package io.spindle.gateway.broker;

import io.spindle.gateway.protocol.Publication;
import io.spindle.gateway.protocol.StreamPosition;
import java.util.List;

/**
 * What was read of a channel's stream, at one moment.
 *
 * @param publications with their offsets, in the order of the query
 * @param top offset of the newest publication that the stream ever had, kept or not, and its epoch, never empty
 */
public record HistoryPage(List<Publication> publications, StreamPosition top) {}
