package io.spindle.gateway.hub;

/** One client's subscription to one channel, as the fan-out sees it. */
public abstract class Subscriber {
    /** Which slice of its channel it stands in; guarded by the channel's monitor. */
    int slice;

    /**
     * Hands over a push of the channel, one after another.
     *
     * @param mayWait whether this may wait, at most the write timeout, for room in the client's queue if the writer has
     *     not come to it yet; a client that does not take what is written to it is closed instead
     * @return false if it did not wait although it had to: the push was not taken, and is to be handed over again
     */
    public abstract boolean deliver(SharedPush push, boolean mayWait);
}
