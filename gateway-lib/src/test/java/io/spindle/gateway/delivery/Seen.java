package io.spindle.gateway.delivery;

/**
 * A publication as a client sees it.
 *
 * @param offset 0 if it is in no stream
 */
record Seen(long offset, String text) {}
