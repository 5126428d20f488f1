package io.spindle.gateway.worker;

import java.time.Duration;

/** Has a task done on a handler's thread after a pause, or never once the worker is closed. */
@FunctionalInterface
interface Pauses {
    void after(Duration pause, Runnable task);
}
