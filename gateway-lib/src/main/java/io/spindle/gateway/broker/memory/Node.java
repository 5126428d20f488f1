package io.spindle.gateway.broker.memory;

import io.spindle.gateway.broker.BrokerListener;

/** A gateway that has started and not closed. */
record Node(String id, BrokerListener listener) {}
