package io.spindle.examples.worker;

import java.util.Optional;
import java.util.function.Consumer;

/** Runs a worker as a program: settings from the environment, until the process is told to stop. */
final class WorkerProgram {
    private WorkerProgram() {}

    /**
     * @param handler what becomes of each event
     * @param atEnd run when the process stops, after the worker has unregistered
     */
    static void run(Consumer<Event> handler, Runnable atEnd) throws InterruptedException {
        String id = setting("WORKER_ID", "worker-" + ProcessHandle.current().pid());
        Worker worker = new Worker(setting("REDIS_URL", "redis://localhost:6379"), id);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            worker.close();
            atEnd.run();
        }));
        worker.run(handler);
    }

    private static String setting(String name, String otherwise) {
        return Optional.ofNullable(System.getenv(name))
                .filter(value -> !value.isEmpty())
                .orElse(otherwise);
    }
}
