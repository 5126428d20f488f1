package io.spindle.gateway.guard;

/**
 * A promise of an authenticator or a policy: it never blocks, and returns stages that are complete, or become so without a
 * thread of ours waiting. It is called on the thread that read the client's frame, without a hop to another thread, and
 * without a timer unless the stage is open.
 *
 * <p>One that breaks the promise stops the other clients of that thread, so it is for code that only computes.
 */
public interface NonBlocking {}
