package io.spindle.gateway.hub;

/** One client's subscription to one channel, as the fan-out sees it. */
public abstract class Subscriber {
    /** Which slice of its channel it stands in; guarded by the channel's monitor. */
    int slice;

    /**
     * Hands over a push of the channel. Called by the channel's lane, one push after another.
     *
     * <p>May wait, at most the write timeout, for room in the client's queue if the writer has not come to it yet; a
     * client that does not take what is written to it is closed instead.
     */
    public abstract void deliver(SharedPush push);
}
