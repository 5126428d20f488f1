package io.spindle.gateway.broker;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;

/** What every {@link Broker} keeps; each group of rules stands in an interface of its own. */
@Timeout(60)
public abstract class BrokerContract implements NodeRules, HistoryRules, LifetimeRules, OnceRules, OrderRules {
    private TwoNodes nodes;

    /** A broker that is not started; all of one test reach each other and see the same streams, which are empty. */
    protected abstract Broker node();

    @BeforeEach
    void startNodes() {
        nodes = new TwoNodes(node(), node());
    }

    @AfterEach
    void closeNodes() {
        nodes.close();
    }

    @Override
    public TwoNodes nodes() {
        return nodes;
    }
}
