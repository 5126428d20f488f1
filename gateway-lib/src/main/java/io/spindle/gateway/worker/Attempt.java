package io.spindle.gateway.worker;

import io.spindle.gateway.api.event.ClientEvent;

/**
 * One delivery of an event.
 *
 * @param number 1 for the first
 */
record Attempt(ClientEvent event, int number) {}
