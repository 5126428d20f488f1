package io.spindle.gateway.broker;

import java.time.Duration;

/** What the rules are tried on. */
public interface BrokerRules {
    TwoNodes nodes();

    /** Lets time pass for what the broker keeps: seconds at most, unless its clock can be moved. */
    void pass(Duration time);
}
