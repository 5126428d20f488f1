package io.spindle.gateway.guard;

/**
 * A promise of an authenticator or a policy: it never blocks, waits for nothing, and returns stages that are complete.
 * It is called on the thread that read the client's frame, without a hop to another thread and without a timer.
 *
 * <p>One that breaks the promise stops the other clients of that thread, so it is for code that only computes.
 */
public interface NonBlocking {}
