package io.spindle.gateway.protocol;

import java.util.List;

/**
 * What a frame held.
 *
 * @param commands the well-formed commands up to the first fault, in order
 * @param malformed whether something after them could not be decoded, or the frame was empty
 */
public record DecodedFrame(List<Command> commands, boolean malformed) {}
